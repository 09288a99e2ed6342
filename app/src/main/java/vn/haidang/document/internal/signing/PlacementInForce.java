package vn.haidang.document.internal.signing;

/** The placement that counts now: the shipped one, until an administrator sets another. */
public interface PlacementInForce {

    Placement placement();
}
