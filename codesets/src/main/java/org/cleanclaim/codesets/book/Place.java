package org.cleanclaim.codesets.book;

/// A line of a book: the ordinal of a term or row in reading order. It means something only
/// together with the book and edition it was taken from.
public record Place(int ordinal) implements Comparable<Place> {
  @Override
  public int compareTo(Place other) {
    return Integer.compare(ordinal, other.ordinal);
  }
}
