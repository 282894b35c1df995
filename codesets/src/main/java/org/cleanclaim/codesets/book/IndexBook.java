package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;

/// An alphabetic index to leaf through: main terms by their beginning, subterms below them, where
/// references lead, and which terms lead to a code. Immutable; may be used by many threads at once.
///
/// Source: ICD-10-CM Official Guidelines, section I.A.1 to I.A.17 and I.B.1.
public final class IndexBook {
  private final List<Term> terms;
  private final TermTree tree;
  private final MainTerms mainTerms;
  private final References references;
  private final Leads leads;

  private IndexBook(List<Term> terms) {
    this.terms = terms;
    this.tree =
        new TermTree(
            terms.stream()
                .map(t -> new TermTree.Line(t.level(), t.title(), t.nonessential()))
                .toList());
    this.mainTerms = new MainTerms(tree);
    this.references = new References(new LineFinder(tree));
    this.leads = Leads.of(terms);
  }

  /// A note that is printed between the terms is none of them: what stands below it goes on with
  /// the term above it (`Failure, heart, systolic` behind a note about the stages of heart
  /// failure).
  public static IndexBook of(AlphabeticIndex index) {
    return new IndexBook(index.terms().stream().filter(term -> !isNote(term)).toList());
  }

  private static boolean isNote(Term term) {
    return term.title().startsWith("Note:") && term.codes().isEmpty();
  }

  /// How many terms the book has; the places are 0 to one less.
  public int size() {
    return terms.size();
  }

  /// The place of an ordinal that came from outside; empty when the book has no such line.
  public Optional<Place> place(int ordinal) {
    return ordinal >= 0 && ordinal < size() ? Optional.of(new Place(ordinal)) : Optional.empty();
  }

  /// The term as printed: title, nonessential modifiers, codes, manifestation codes, references.
  public Term term(Place place) {
    return terms.get(place.ordinal());
  }

  /// The first letters of main terms, in order.
  public List<String> letters() {
    return mainTerms.letters();
  }

  /// Main terms that begin with what is typed, in any of their forms (`diabetic` finds `Diabetes,
  /// diabetic`), in alphabetic order; case and accents do not matter.
  public List<Place> mainTerms(String typed, int limit) {
    return mainTerms.beginning(typed, limit);
  }

  /// The terms directly below, in book order.
  public List<Place> children(Place place) {
    var children = new ArrayList<Place>();
    tree.forEachChild(place.ordinal(), child -> children.add(new Place(child)));
    return children;
  }

  public boolean hasChildren(Place place) {
    return tree.firstChild(place.ordinal()) >= 0;
  }

  /// The term above; empty for a main term.
  public Optional<Place> parent(Place place) {
    int parent = tree.parent(place.ordinal());
    return parent < 0 ? Optional.empty() : Optional.of(new Place(parent));
  }

  /// The terms from the main term down to this one, which is the last.
  public List<Place> trail(Place place) {
    var trail = new ArrayList<Place>();
    for (int line : tree.trail(place.ordinal())) trail.add(new Place(line));
    return trail;
  }

  /// The titles in reading order: `Diabetes, diabetic, type 2, with, neuropathy`.
  public String path(Place place) {
    return tree.path(place.ordinal());
  }

  /// The subterms of `with` and `in`, for which the classification presumes a causal link (section
  /// I.A.15).
  public List<Place> with(Place place) {
    var presumed = new ArrayList<Place>();
    tree.forEachChild(
        place.ordinal(),
        child -> {
          List<String> words = Words.of(tree.title(child));
          if (words.isEmpty() || !List.of("with", "in").contains(words.getFirst())) return;
          if (words.size() > 1 && !tree.isConnecting(child)) presumed.add(new Place(child));
          else presumed.addAll(children(new Place(child)));
        });
    return presumed;
  }

  /// Subterms at any depth whose path below the term begins with all typed words.
  public List<Place> findWithin(Place place, String typed, int limit) {
    return tree.find(place.ordinal(), Words.of(typed), limit);
  }

  /// Terms of the whole book whose path begins with all typed words, in book order.
  public List<Place> find(String typed, int limit) {
    return tree.find(-1, Words.of(typed), limit);
  }

  /// Where a reference leads.
  public Destination follow(Reference reference) {
    return references.follow(reference);
  }

  /// Where a reference that stands at a term leads; one such as `by type` means the term itself.
  public Destination follow(Place from, Reference reference) {
    return references.follow(from, reference);
  }

  /// The lines that lead to a code: by the code itself or by a beginning of it.
  public List<Lead> termsFor(String code) {
    return leads.to(code);
  }
}
