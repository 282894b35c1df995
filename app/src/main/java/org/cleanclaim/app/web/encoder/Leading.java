package org.cleanclaim.app.web.encoder;

import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.codesets.book.Destination;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// Addresses of what the lines of books lead to.
final class Leading {
  private static final int PROCEDURE = 7;

  private Leading() {}

  /// The book that is open.
  static String here(Look look) {
    return look.book().id();
  }

  /// A code as printed: a whole one opens its card, one with a dash the Tabular List at its place,
  /// characters of a procedure code the tables.
  static Found.Lead to(Look look, CodeSystem system, String printed) {
    if (system == CodeSystem.ICD10PCS) return procedure(look, printed);
    boolean isIncomplete = printed.endsWith("-");
    String code = printed.replace("-", "");
    var name = new CodeName(system, code);
    String text = CodeViews.written(system, code) + (isIncomplete ? "-" : "");
    if (!isIncomplete) {
      return new Found.Lead(
          text, look.href("code", name.id()), Look.change("code", name.id()), false, name.id());
    }
    String[] change = {
      "book", Look.Book.TABULAR.id(), "place", code, "within", "", "code", name.id()
    };
    return new Found.Lead(text, look.href(change), Look.change(change), true, null);
  }

  private static Found.Lead procedure(Look look, String printed) {
    String code = printed.replace("-", "").strip();
    boolean isIncomplete = code.length() < PROCEDURE;
    String[] change = {
      "book", Look.Book.PCS.id(), "pcs", code, "place", "", "within", "", "system", "ICD10PCS"
    };
    return new Found.Lead(
        printed + (isIncomplete && !printed.endsWith("-") ? "-" : ""),
        look.href(change),
        Look.change(change),
        isIncomplete,
        null);
  }

  /// A `see` of a book.
  ///
  /// @param here the book that the reference stands in
  static Found.Pointer pointer(
      Look look, CodeSystem system, Reference reference, Destination destination, String here) {
    return switch (destination) {
      case Destination.At at -> place(look, reference, here, at.place().ordinal(), at.choose());
      case Destination.Near near ->
          place(
              look,
              reference,
              here,
              near.place().ordinal(),
              "the book has no line “" + near.missing() + "”");
      case Destination.Codes codes -> {
        String first = codes.codes().isEmpty() ? "" : codes.codes().getFirst();
        yield codes(look, system, reference, first);
      }
      case Destination.Table table ->
          link(look, reference, "", "book", book(table.table()), "q", table.words(), "place", "");
      case Destination.Value value ->
          pointer(reference, null, null, "choose it in the table: " + value.text());
      case Destination.Condition _ ->
          pointer(reference, null, null, "look for the name of the condition");
      case Destination.Unknown unknown -> pointer(reference, null, null, unknown.reason());
    };
  }

  private static Found.Pointer place(
      Look look, Reference reference, String here, int ordinal, String remark) {
    return link(
        look, reference, remark, "book", here, "place", Integer.toString(ordinal), "within", "");
  }

  private static Found.Pointer codes(
      Look look, CodeSystem system, Reference reference, String code) {
    if (system == CodeSystem.ICD10PCS) {
      return link(
          look, reference, "", "book", Look.Book.PCS.id(), "pcs", code, "place", "", "within", "");
    }
    int dash = code.indexOf('-');
    String first = dash > 0 ? code.substring(0, dash) : code;
    return link(
        look,
        reference,
        "",
        "book",
        Look.Book.TABULAR.id(),
        "place",
        first,
        "within",
        "",
        "code",
        new CodeName(system, first).id());
  }

  private static Found.Pointer link(
      Look look, Reference reference, String remark, String... changes) {
    return pointer(reference, look.href(changes), Look.change(changes), remark);
  }

  private static Found.Pointer pointer(
      Reference reference, @Nullable String href, @Nullable String get, String remark) {
    String kind =
        switch (reference.kind()) {
          case SEE -> "see";
          case SEE_ALSO -> "see also";
          case SEE_CATEGORY -> "see category";
          case USE -> "use";
        };
    return new Found.Pointer(kind, reference.text(), href, get, remark);
  }

  static String book(PublicationKind kind) {
    return switch (kind) {
      case ICD10CM_NEOPLASMS -> Look.Book.NEOPLASMS.id();
      case ICD10CM_DRUGS -> Look.Book.DRUGS.id();
      case ICD10CM_EXTERNAL_CAUSES -> Look.Book.CAUSES.id();
      case ICD10CM_TABULAR -> Look.Book.TABULAR.id();
      case ICD10PCS_TABLES -> Look.Book.PCS.id();
      default -> Look.Book.INDEX.id();
    };
  }
}
