package vn.haidang.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleRootUnitTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 64, 100})
    void equalsTheRecursiveDefinitionOfRfc6962(int size) {
        var leaves = new ArrayList<byte[]>();
        var tree = new MerkleRoot();
        for (var i = 0; i < size; i++) {
            leaves.add(Hashing.of("entry " + i));
            tree.add(leaves.getLast());
        }

        assertThat(tree.root()).isEqualTo(byDefinition(leaves));
        assertThat(tree.size()).isEqualTo(size);
    }

    @Test
    void separatesLeavesFromNodes() {
        // RFC 6962's root of the single empty leaf
        assertThat(HexFormat.of().formatHex(Hashing.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    private static byte[] byDefinition(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return Hashing.leaf(leaves.getFirst());
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return Hashing.node(byDefinition(leaves.subList(0, split)), byDefinition(leaves.subList(split, leaves.size())));
    }
}
