package org.cleanclaim.app.web.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.encoder.CodeStanding;
import org.cleanclaim.app.encoder.CodeStandings;
import org.cleanclaim.app.encoder.Favorites;
import org.cleanclaim.codesets.Bookshelf;
import org.cleanclaim.codesets.CodeCard;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.book.CodeFamily.Relative;
import org.cleanclaim.codesets.book.ProcedureStep;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.cleanclaim.codesets.store.CodeStatus;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws what a [Look] asks for: the left pane, the card, and whether what is installed serves the
/// day.
@Component
public final class Encoder {
  /// What a coder needs at least; a licence for CPT is each practice's own matter.
  private static final List<CodeSystem> NEEDED =
      List.of(CodeSystem.ICD10CM, CodeSystem.ICD10PCS, CodeSystem.HCPCS);

  private final CodeSets codeSets;
  private final EncoderSearch search;
  private final EncoderShelf shelf;
  private final CodeStandings standings;
  private final Favorites favorites;

  Encoder(
      CodeSets codeSets,
      EncoderSearch search,
      EncoderShelf shelf,
      CodeStandings standings,
      Favorites favorites) {
    this.codeSets = codeSets;
    this.search = search;
    this.shelf = shelf;
    this.standings = standings;
    this.favorites = favorites;
  }

  Found found(Look look) {
    return switch (look.book()) {
      case SEARCH -> look.typed().isBlank() ? shelf.draw(look) : search.search(look);
      case SHELF -> shelf.draw(look);
      case INDEX ->
          books(look, look.bookSystem())
              .flatMap(Bookshelf::index)
              .<Found>map(book -> new EncoderIndex(look, book, look.bookSystem()).draw())
              .orElseGet(() -> missing(look, look.bookSystem()));
      case CAUSES ->
          books(look, CodeSystem.ICD10CM)
              .flatMap(Bookshelf::externalCauses)
              .<Found>map(book -> new EncoderIndex(look, book, CodeSystem.ICD10CM).draw())
              .orElseGet(() -> missing(look, CodeSystem.ICD10CM));
      case NEOPLASMS -> table(look, PublicationKind.ICD10CM_NEOPLASMS);
      case DRUGS -> table(look, PublicationKind.ICD10CM_DRUGS);
      case TABULAR ->
          books(look, CodeSystem.ICD10CM)
              .flatMap(Bookshelf::tabular)
              .<Found>map(book -> new EncoderTabular(look, book, codeSets).draw())
              .orElseGet(() -> missing(look, CodeSystem.ICD10CM));
      case PCS -> procedures(look);
    };
  }

  private Optional<Bookshelf> books(Look look, CodeSystem system) {
    return codeSets.edition(system, look.on()).map(Edition::books);
  }

  private Found table(Look look, PublicationKind kind) {
    return books(look, CodeSystem.ICD10CM)
        .flatMap(books -> books.table(kind))
        .<Found>map(book -> new EncoderTable(look, book, kind.title()).draw())
        .orElseGet(() -> missing(look, CodeSystem.ICD10CM));
  }

  private Found procedures(Look look) {
    return codeSets
        .edition(CodeSystem.ICD10PCS, look.on())
        .flatMap(edition ->
            edition
                .books()
                .procedures()
                .<Found>map(builder -> new EncoderProcedures(builder, edition).draw(look.pcs())))
        .orElseGet(() -> missing(look, CodeSystem.ICD10PCS));
  }

  private Found missing(Look look, CodeSystem system) {
    return new Found.Missing(look.book().title(), status(look, system).advice());
  }

  private CodeStatus status(Look look, CodeSystem system) {
    return CodeStatus.of(codeSets, system, look.on());
  }

  /// The systems shown of which only the starter set is installed, or an edition that is out of
  /// date.
  List<CodeStatus> warnings(Look look) {
    List<CodeSystem> asked =
        look.book() == Look.Book.PCS
            ? List.of(CodeSystem.ICD10PCS)
            : look.system().map(List::of).orElse(NEEDED);
    var shown = new ArrayList<>(asked);
    selected(look).map(CodeName::system).filter(s -> !NEEDED.contains(s)).ifPresent(shown::add);
    return CodeStatus.of(codeSets, look.on()).stream()
        .filter(status -> shown.contains(status.system()))
        .filter(status -> status.state() != CodeStatus.State.CURRENT)
        .toList();
  }

  /// The code that the card is for: a procedure code that is whole, or the one chosen.
  Optional<CodeName> selected(Look look) {
    return CodeName.parse(look.code(), look.system(), look.on(), codeSets);
  }

  /// The look with the code that has just become whole.
  Look completed(Look look, Found found) {
    if (found instanceof Found.Procedures procedures
        && procedures.step() instanceof ProcedureStep.Complete complete) {
      return look.with("code", new CodeName(CodeSystem.ICD10PCS, complete.code()).id());
    }
    return look;
  }

  @Nullable Card card(Look look) {
    return selected(look).map(name -> card(name, look)).orElse(null);
  }

  private Card card(CodeName name, Look look) {
    CodeStanding standing = standings.of(name.system(), name.code(), look.on());
    CodeCard known = CodeCard.of(codeSets, name.system(), name.code(), look.on()).orElse(null);
    boolean isFavorite =
        favorites.list().stream()
            .anyMatch(f -> f.system() == name.system() && f.code().equals(name.code()));
    return new Card(
        name,
        title(name, standing),
        standing,
        known,
        known == null ? List.of() : choices(known),
        known == null ? List.of() : HcpcsWords.of(known.entry().attributes()),
        CodeCard.history(codeSets, name.system(), name.code()),
        isFavorite);
  }

  private static String title(CodeName name, CodeStanding standing) {
    return switch (standing) {
      case CodeStanding.Valid valid -> valid.entry().title();
      case CodeStanding.Incomplete incomplete -> incomplete.entry().title();
      case CodeStanding.NotYet notYet -> notYet.title();
      case CodeStanding.Retired retired -> retired.title();
      case CodeStanding.Unknown _ -> name.written();
    };
  }

  private static List<Relative> choices(CodeCard card) {
    return card.entry().billable()
        ? List.of()
        : card.below().stream().filter(r -> r.level() == Level.CODE).toList();
  }

  List<Found.Hit> below(CodeName name, Look look) {
    return search.below(name, look);
  }

  /// The picked codes with their titles.
  List<Picked> picked(Look look) {
    return look.picked().stream()
        .flatMap(id -> CodeName.parse(id, look.system(), look.on(), codeSets).stream())
        .map(name -> new Picked(name, search.title(name, look)))
        .toList();
  }

  /// A code that the coder has picked.
  public record Picked(CodeName name, String title) {}
}
