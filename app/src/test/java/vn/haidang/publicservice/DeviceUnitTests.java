package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceUnitTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?1 | Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 | PHONE
            ?0 | Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 | DESKTOP
            ?0 | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 | DESKTOP
               | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 | PHONE
               | Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1 | PHONE
               | Mozilla/5.0 (Android 13; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0 | PHONE
               | Opera/9.80 (Android; Opera Mini/36) Presto/2.12 Mobi | PHONE
               | Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 | DESKTOP
               | Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X) Version/12.0 Mobile/15E148 Safari/604.1 | DESKTOP
               | Mozilla/5.0 (Android 12; Tablet; rv:109.0) Gecko/109.0 Firefox/115.0 | DESKTOP
               | Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0 | DESKTOP
               | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.0 Safari/605.1.15 | DESKTOP
               | curl/8.4.0 | OTHER
               | | OTHER
            nonsense | python-requests/2.31 | OTHER
            """)
    void tellsTheKindOfDeviceByWhatItSaysItself(@Nullable String hint, @Nullable String agent, Device device) {
        assertThat(Device.of(hint, agent)).isEqualTo(device);
    }
}
