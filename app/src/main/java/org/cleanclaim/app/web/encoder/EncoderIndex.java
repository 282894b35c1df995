package org.cleanclaim.app.web.encoder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanclaim.codesets.book.IndexBook;
import org.cleanclaim.codesets.book.Place;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.kernel.code.CodeSystem;

/// Draws the lines of an alphabetic index: main terms as typed, or a term with what stands below
/// it.
final class EncoderIndex {
  private static final int MAIN_TERMS = 60;
  private static final int FOUND_WITHIN = 80;
  private static final int MOST_CHILDREN = 400;

  /// Lines that may be shown below one another; a subterm with few of its own is opened at once.
  private static final int ROOM = 160;

  private static final int FEW = 6;

  private final Look look;
  private final IndexBook book;
  private final CodeSystem system;

  EncoderIndex(Look look, IndexBook book, CodeSystem system) {
    this.look = look;
    this.book = book;
    this.system = system;
  }

  Found.Index draw() {
    return look.line().flatMap(book::place).map(this::opened).orElseGet(this::mainTerms);
  }

  private Found.Index mainTerms() {
    String typed = look.typed().strip();
    List<Place> terms = typed.isEmpty() ? List.of() : book.mainTerms(typed, MAIN_TERMS);
    boolean arePaths = false;
    if (terms.isEmpty() && !typed.isEmpty()) {
      terms = book.find(typed, MAIN_TERMS);
      arePaths = true;
    }
    boolean isPath = arePaths;
    var lines = terms.stream().map(place -> line(place, 0, false, false, isPath)).toList();
    return new Found.Index(
        look.book().id(), List.of(), lines, book.letters(), isPath, lines.size() == MAIN_TERMS);
  }

  private Found.Index opened(Place place) {
    var trail = book.trail(place).stream().map(p -> line(p, 0, true, false, false)).toList();
    var lines = new ArrayList<Found.IndexLine>();
    boolean isSearched = !look.within().isBlank();
    if (isSearched) {
      for (Place found : book.findWithin(place, look.within(), FOUND_WITHIN)) {
        lines.add(line(found, 0, false, false, true));
      }
    } else {
      below(place, lines);
    }
    return new Found.Index(
        look.book().id(), trail, lines, book.letters(), isSearched, lines.size() >= MOST_CHILDREN);
  }

  private void below(Place place, List<Found.IndexLine> lines) {
    List<Place> children = book.children(place);
    Set<Place> presumed = new HashSet<>(book.with(place));
    int room = ROOM - children.size();
    for (Place child : children.subList(0, Math.min(children.size(), MOST_CHILDREN))) {
      List<Place> grandchildren = book.children(child);
      boolean isWanted = grandchildren.size() <= FEW || isConnecting(child);
      boolean isOpen = !grandchildren.isEmpty() && isWanted && grandchildren.size() <= room;
      boolean isPresumed =
          presumed.contains(child)
              || (!grandchildren.isEmpty() && presumed.containsAll(grandchildren));
      lines.add(line(child, 0, isOpen, isPresumed, false));
      if (!isOpen) continue;
      room -= grandchildren.size();
      for (Place below : grandchildren) lines.add(line(below, 1, false, false, false));
    }
  }

  private boolean isConnecting(Place place) {
    return Set.of("with", "in", "in (due to)", "due to")
        .contains(book.term(place).title().toLowerCase(Locale.ROOT).strip());
  }

  private Found.IndexLine line(
      Place place, int depth, boolean isOpen, boolean isPresumed, boolean isPath) {
    Term term = book.term(place);
    return new Found.IndexLine(
        place.ordinal(),
        depth,
        isPath ? book.path(place) : term.title(),
        term.nonessential(),
        term.codes().stream().map(this::lead).toList(),
        term.manifestations().stream().map(this::lead).toList(),
        term.references().stream().map(r -> pointer(place, r)).toList(),
        book.hasChildren(place),
        isOpen,
        isPresumed);
  }

  private Found.Lead lead(String printed) {
    return Leading.to(look, system, printed);
  }

  private Found.Pointer pointer(Place from, Reference reference) {
    return Leading.pointer(
        look, system, reference, book.follow(from, reference), Leading.here(look));
  }
}
