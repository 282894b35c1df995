package org.cleanclaim.codesets;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cleanclaim.codesets.book.CodeFamily;
import org.cleanclaim.codesets.book.Excludes;
import org.cleanclaim.codesets.book.IndexBook;
import org.cleanclaim.codesets.book.Links;
import org.cleanclaim.codesets.book.Manifestations;
import org.cleanclaim.codesets.book.Notes;
import org.cleanclaim.codesets.book.ProcedureBuilder;
import org.cleanclaim.codesets.book.SeventhCharacters;
import org.cleanclaim.codesets.book.TableBook;
import org.cleanclaim.codesets.book.TabularBook;
import org.cleanclaim.codesets.book.Titles;
import org.cleanclaim.codesets.packed.CodeTable;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TermTable;

/// The printed books of an edition, each opened when it is first wanted; empty where it is not
/// installed.
public final class Bookshelf {
  private final Map<PublicationKind, InstalledPublication> publications;
  private final Titles titles;
  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

  Bookshelf(
      Map<PublicationKind, InstalledPublication> publications, InstalledPublication codeList) {
    this.publications = publications;
    this.titles = new ListedTitles(codeList);
  }

  /// The Tabular List of ICD-10-CM.
  public Optional<TabularBook> tabular() {
    return book(
        PublicationKind.ICD10CM_TABULAR, TabularList.class, TabularBook.class, TabularBook::of);
  }

  /// The Index to Diseases and Injuries, or of ICD-10-PCS.
  public Optional<IndexBook> index() {
    return index(PublicationKind.ICD10CM_INDEX).or(() -> index(PublicationKind.ICD10PCS_INDEX));
  }

  /// The Index to External Causes.
  public Optional<IndexBook> externalCauses() {
    return index(PublicationKind.ICD10CM_EXTERNAL_CAUSES);
  }

  private Optional<IndexBook> index(PublicationKind kind) {
    return book(kind, AlphabeticIndex.class, IndexBook.class, IndexBook::of);
  }

  /// The Table of Neoplasms, or of Drugs and Chemicals.
  public Optional<TableBook> table(PublicationKind kind) {
    return book(kind, TermTable.class, TableBook.class, TableBook::of);
  }

  /// The tables that ICD-10-PCS codes are built from.
  public Optional<ProcedureBuilder> procedures() {
    var definitions = publications.get(PublicationKind.ICD10PCS_DEFINITIONS);
    return book(
        PublicationKind.ICD10PCS_TABLES,
        ProcedureTables.class,
        ProcedureBuilder.class,
        definitions == null
            ? ProcedureBuilder::of
            : tables -> ProcedureBuilder.of(tables, definitions.content(Definitions.class)));
  }

  /// The relatives of codes; by their shape alone where there is no Tabular List.
  public CodeFamily family() {
    return made(
        CodeFamily.class,
        () ->
            tabular()
                .map(book -> CodeFamily.of(titles, book))
                .orElseGet(() -> CodeFamily.of(titles)));
  }

  /// The instructional notes with what they are inherited from.
  public Optional<Notes> notes() {
    return tabular().map(Notes::of);
  }

  public Optional<Excludes> excludes() {
    return tabular().map(Excludes::of);
  }

  /// Which codes are reported together as disease and manifestation.
  public Optional<Manifestations> manifestations() {
    return tabular()
        .map(book ->
            made(
                Manifestations.class,
                () ->
                    index()
                        .map(index -> Manifestations.of(book, index))
                        .orElseGet(() -> Manifestations.of(book))));
  }

  /// A crosswalk to look codes up in.
  public Optional<Links> links(PublicationKind kind) {
    return book(kind, Crosswalk.class, Links.class, Links::of);
  }

  /// What 7th characters codes take, as far as the edition lists such codes.
  public Optional<SeventhCharacters> seventhCharacters() {
    return tabular().map(book -> SeventhCharacters.of(book, titles));
  }

  /// What is made of several books, made once.
  private <T> T made(Class<T> type, Supplier<T> maker) {
    Object known = made.get(type);
    if (known == null) {
      T fresh = maker.get();
      Object first = made.putIfAbsent(type, fresh);
      known = first == null ? fresh : first;
    }
    return type.cast(known);
  }

  private <C extends Content, B> Optional<B> book(
      PublicationKind kind, Class<C> shape, Class<B> book, Function<C, B> opener) {
    return Optional.ofNullable(publications.get(kind)).map(p -> p.view(shape, book, opener));
  }

  /// The titles of a packed list.
  private record ListedTitles(InstalledPublication list) implements Titles {
    @Override
    public Optional<String> title(String code) {
      CodeTable codes = list.codes();
      int ordinal = codes.ordinal(code);
      return ordinal == CodeTable.NONE ? Optional.empty() : Optional.of(codes.row(ordinal).title());
    }

    @Override
    public Collection<String> beginning(String characters) {
      CodeTable codes = list.codes();
      return Arrays.stream(codes.beginningWith(characters)).mapToObj(codes::code).toList();
    }
  }
}
