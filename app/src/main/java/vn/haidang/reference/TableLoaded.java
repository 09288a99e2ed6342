package vn.haidang.reference;

/**
 * Progress of loading.
 *
 * @param number counts the tables from 1
 * @param tables how many there are
 * @param rows how many rows the file has
 * @param changed false where the file is the one loaded before, so that nothing was done
 */
public record TableLoaded(String table, int number, int tables, int rows, boolean changed) {}
