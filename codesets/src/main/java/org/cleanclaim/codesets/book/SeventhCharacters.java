package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.SeventhCharacter;
import org.jspecify.annotations.Nullable;

/// Completes codes with their 7th character, padded with the placeholder X. Immutable; may be used
/// by many threads at once.
///
/// Source: ICD-10-CM Official Guidelines, section I.A.4 and I.A.5.
public final class SeventhCharacters {
  private static final int LENGTH = 7;

  /// What the 7th character may be.
  ///
  /// @param definedAt the entry that says so, the code's own or the nearest above it
  public record Choices(Entry definedAt, List<SeventhCharacter> characters) {
    public Choices {
      characters = List.copyOf(characters);
    }
  }

  private final TabularBook book;

  private final @Nullable Titles published;

  private SeventhCharacters(TabularBook book, @Nullable Titles published) {
    this.book = book;
    this.published = published;
  }

  public static SeventhCharacters of(TabularBook book) {
    return new SeventhCharacters(book, null);
  }

  /// With the codes of the same year: what the book allows in general but the list does not have,
  /// such as a later encounter after death, is left out.
  public static SeventhCharacters of(TabularBook book, Titles published) {
    return new SeventhCharacters(book, published);
  }

  /// The choices that hold for a code; empty when it takes no 7th character.
  public Optional<Choices> choices(String code) {
    String normal = TabularBook.normal(code);
    String body = normal.length() < LENGTH ? normal : normal.substring(0, LENGTH - 1);
    return book.nearest(body).flatMap(entry -> choices(entry, body));
  }

  private Optional<Choices> choices(Entry entry, String code) {
    return book.upwards(entry).stream()
        .filter(e -> !e.seventhCharacters().isEmpty())
        .findFirst()
        .map(e -> new Choices(e, published(code, e.seventhCharacters())));
  }

  /// All of them where the list has none, as above the level of codes or of another year.
  private List<SeventhCharacter> published(String code, List<SeventhCharacter> characters) {
    if (published == null) return characters;
    var known =
        characters.stream().filter(c -> published.title(complete(code, c)).isPresent()).toList();
    return known.isEmpty() ? characters : known;
  }

  /// The code with placeholders and the 7th character: `S00.01` and `A` give `S0001XA`.
  public String complete(String code, SeventhCharacter character) {
    return padded(TabularBook.normal(code)) + character.character();
  }

  /// All codes valid for submission at or below a code of the book; empty for one it does not know.
  public List<String> expand(String code) {
    return book.code(code).map(this::expand).orElse(List.of());
  }

  /// All codes valid for submission at or below an entry, in book order.
  public List<String> expand(Entry entry) {
    var codes = new ArrayList<String>();
    for (Entry leaf : book.leaves(entry)) {
      Optional<Choices> choices =
          leaf.id().length() < LENGTH ? choices(leaf, leaf.id()) : Optional.empty();
      if (choices.isEmpty()) codes.add(leaf.id());
      else
        for (var character : choices.get().characters()) codes.add(complete(leaf.id(), character));
    }
    return codes;
  }

  private static String padded(String code) {
    String beginning = code.length() < LENGTH ? code : code.substring(0, LENGTH - 1);
    return beginning + "X".repeat(LENGTH - 1 - beginning.length());
  }
}
