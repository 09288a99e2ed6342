package vn.haidang.journal.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** The root of a Merkle tree (RFC 6962, section 2.1) whose leaves arrive one by one; keeps one hash per level only. */
final class MerkleRoot {

    private record Subtree(int level, byte[] hash) {}

    private final Deque<Subtree> whole = new ArrayDeque<>();
    private int size;

    void add(byte[] entryHash) {
        var subtree = new Subtree(0, Hashing.leaf(entryHash));
        for (var left = whole.peekLast(); left != null && left.level() == subtree.level(); left = whole.peekLast()) {
            whole.removeLast();
            subtree = new Subtree(subtree.level() + 1, Hashing.node(left.hash(), subtree.hash()));
        }
        whole.addLast(subtree);
        size++;
    }

    int size() {
        return size;
    }

    /** @throws IllegalStateException while there is no leaf */
    byte[] root() {
        var rightToLeft = whole.descendingIterator();
        if (!rightToLeft.hasNext()) {
            throw new IllegalStateException("a tree without leaves has no root");
        }
        var hash = rightToLeft.next().hash();
        while (rightToLeft.hasNext()) {
            hash = Hashing.node(rightToLeft.next().hash(), hash);
        }
        return hash;
    }
}
