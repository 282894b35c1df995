package org.cleanclaim.app.web.encoder;

import java.util.List;
import org.cleanclaim.app.encoder.CodeStanding;
import org.cleanclaim.codesets.CodeCard;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.book.CodeFamily.Relative;
import org.cleanclaim.codesets.book.Inherited;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// What the right pane shows of a code.
///
/// @param known null when the code is not listed on the day
/// @param choices codes to choose from where more characters are needed
/// @param facts further columns of the publisher, in words
/// @param history the editions that list the code
public record Card(
    CodeName name,
    String title,
    CodeStanding standing,
    @Nullable CodeCard known,
    List<Relative> choices,
    List<HcpcsWords.Fact> facts,
    List<CodeCard.Span> history,
    boolean isFavorite) {

  public boolean isBillable() {
    return standing instanceof CodeStanding.Valid;
  }

  /// How many characters the choices have more than the code; 0 when they differ.
  public int missing() {
    return choices.stream()
        .mapToInt(choice -> choice.id().length() - name.code().length())
        .distinct()
        .limit(2)
        .reduce((one, other) -> 0)
        .orElse(0);
  }

  public static String level(Relative relative) {
    return switch (relative.level()) {
      case CHAPTER -> "Chapter " + relative.id();
      case SECTION -> relative.id();
      case CODE -> new CodeName(CodeSystem.ICD10CM, relative.id()).written();
    };
  }

  /// Whether a note goes on with the one before it: the same kind at the same place.
  public boolean isLike(int note) {
    if (known == null || note == 0) return false;
    Inherited before = known.notes().get(note - 1);
    Inherited here = known.notes().get(note);
    return before.note().kind() == here.note().kind()
        && before.entry().id().equals(here.entry().id());
  }

  /// Where a note is printed, in words; empty for the code's own.
  public String from(Inherited inherited) {
    if (inherited.entry().id().equals(name.code())) return "";
    return switch (inherited.entry().level()) {
      case CHAPTER -> "chapter " + inherited.entry().id();
      case SECTION -> "section " + inherited.entry().id();
      case CODE -> new CodeName(CodeSystem.ICD10CM, inherited.entry().id()).written();
    };
  }

  public static boolean isCode(Relative relative) {
    return relative.level() == Level.CODE;
  }

  /// The sign and the name of a kind of note.
  public static String kind(Note.Kind kind) {
    return switch (kind) {
      case INCLUDES -> "Includes";
      case INCLUSION_TERM -> "Inclusion term";
      case EXCLUDES1 -> "Excludes1";
      case EXCLUDES2 -> "Excludes2";
      case CODE_FIRST -> "Code first";
      case USE_ADDITIONAL -> "Use additional code";
      case CODE_ALSO -> "Code also";
      case SEVENTH_CHARACTER -> "7th character";
      case NOTE -> "Note";
    };
  }

  /// The colour of a kind of note: what forbids, what asks for more, what explains.
  public static String tone(Note.Kind kind) {
    return switch (kind) {
      case EXCLUDES1 -> "red";
      case CODE_FIRST, USE_ADDITIONAL, CODE_ALSO, SEVENTH_CHARACTER -> "yellow";
      case EXCLUDES2 -> "blue";
      case INCLUDES, INCLUSION_TERM, NOTE -> "gray";
    };
  }
}
