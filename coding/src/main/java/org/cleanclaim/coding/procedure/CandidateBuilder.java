package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cleanclaim.codesets.book.ProcedureBuilder;
import org.cleanclaim.codesets.book.ProcedureStep.Complete;
import org.cleanclaim.codesets.book.ProcedureStep.Open;
import org.cleanclaim.codesets.book.ProcedureStep.Option;
import org.cleanclaim.codesets.book.ProcedureStep.Refused;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.procedure.ProcedureTerms.Lead;
import org.jspecify.annotations.Nullable;

/// Builds the candidates for one line that names a procedure.
final class CandidateBuilder {
  private static final int OPERATION = 3;
  private static final int BODY_PART = 4;

  /// More body parts than that in one name are rather misread.
  private static final int MOST = 3;

  /// Root operations that are done to one body part after the other.
  private static final Set<String> SEVERAL =
      Set.of(
          "Excision",
          "Resection",
          "Destruction",
          "Drainage",
          "Extraction",
          "Release",
          "Repair",
          "Reposition");

  private final ProcedureBuilder tables;
  private final OperativeText text;
  private final Act act;
  private final Meant meant;
  private final BodyParts parts;

  CandidateBuilder(
      ProcedureBuilder tables, ProcedureTerms terms, OperativeText text, Act act, Meant meant) {
    this.tables = tables;
    this.text = text;
    this.act = act;
    this.meant = meant;
    this.parts = new BodyParts(terms, text, act, meant);
  }

  /// A candidate under way.
  private record Draft(String code, List<CharacterChoice> characters, @Nullable String missing) {}

  /// Of the beginnings that the name of the operation stands for, those whose body part is named;
  /// the first when none is.
  List<ProcedureCandidate> build() {
    List<Lead> named =
        meant.beginnings().stream()
            .map(b -> new Lead(b, "the name of the operation", parts.said()))
            .filter(lead -> !(tables.step(lead.prefix()) instanceof Refused))
            .toList();
    List<Lead> reachable = named.stream().filter(this::goesWithBodyPart).toList();
    return (reachable.isEmpty() ? named.stream().limit(1) : reachable.stream())
        .flatMap(lead -> sides(lead).stream().flatMap(side -> candidates(lead, side)))
        .toList();
  }

  List<ProcedureCandidate> build(List<Lead> leads) {
    var candidates = new ArrayList<ProcedureCandidate>();
    byTerm(leads).values().forEach(group -> candidates.addAll(ofTerm(group)));
    return candidates;
  }

  private static Map<Set<String>, List<Lead>> byTerm(List<Lead> leads) {
    var groups = new LinkedHashMap<Set<String>, List<Lead>>();
    for (Lead lead : leads) groups.computeIfAbsent(lead.words(), w -> new ArrayList<>()).add(lead);
    return groups;
  }

  private List<ProcedureCandidate> ofTerm(List<Lead> leads) {
    var reachable = new ArrayList<Lead>();
    for (Lead lead : leads) if (goesWithBodyPart(lead) && goesWithSide(lead)) reachable.add(lead);
    if (reachable.isEmpty()) return List.of();
    List<Lead> chosen = ofOperation(reachable).stream().map(this::ofPart).distinct().toList();
    Set<String> operations = new LinkedHashSet<>();
    chosen.forEach(lead -> operations.add(operation(lead)));
    if (operations.size() > 1) return List.of(openOperation(chosen, operations));
    var candidates = new ArrayList<ProcedureCandidate>();
    for (Lead lead : chosen) {
      for (String side : sides(lead)) candidates(lead, side).forEach(candidates::add);
    }
    // Of several tables that the term leads to, those that the record can fill.
    boolean hasWhole = candidates.stream().anyMatch(ProcedureCandidate::isComplete);
    if (hasWhole) candidates.removeIf(candidate -> !candidate.isComplete());
    return candidates.size() <= MOST ? candidates : List.of(candidates.getFirst());
  }

  private List<String> sides(Lead lead) {
    boolean isOpen = chosen(lead.prefix()).size() < BODY_PART;
    return isOpen && parts.said().contains("bilateral") ? List.of("right", "left") : List.of("");
  }

  /// A table whose body parts the line does not name is not meant; one given with its body part is.
  private boolean goesWithBodyPart(Lead lead) {
    return switch (tables.step(lead.prefix())) {
      case Refused _ -> false;
      case Complete _ -> true;
      case Open open ->
          open.position() != BODY_PART
              || open.options().size() == 1
              || open.options().stream()
                  .anyMatch(o -> parts.isNamed(o, "right") || parts.isNamed(o, "left"))
              || !parts.of(open, "").isEmpty();
    };
  }

  /// A body part that the Index gives for one side is not meant where the record names the other.
  private boolean goesWithSide(Lead lead) {
    List<Choice> given = chosen(lead.prefix());
    if (given.size() < BODY_PART) return true;
    Set<String> words = ProcedureTerms.words(given.get(BODY_PART - 1).meaning());
    boolean isRight = words.contains("right");
    if (isRight == words.contains("left") || parts.said().contains("bilateral")) return true;
    return parts.sides().contains(isRight ? "right" : "left");
  }

  private String operation(Lead lead) {
    List<Choice> chosen = chosen(lead.prefix());
    return chosen.size() < OPERATION ? "" : chosen.get(OPERATION - 1).meaning();
  }

  private List<Choice> chosen(String prefix) {
    return switch (tables.step(prefix)) {
      case Open open -> open.chosen();
      case Complete complete -> complete.chosen();
      case Refused _ -> List.of();
    };
  }

  /// The resection of a lesion takes a part of the body part only, which is an excision (B3.8).
  private Lead ofPart(Lead lead) {
    boolean isPart =
        operation(lead).equals("Resection") && Cues.PART.matcher(act.clause().lower()).find();
    if (!isPart || lead.prefix().length() < OPERATION) return lead;
    String excision = lead.prefix().substring(0, 2) + 'B' + lead.prefix().substring(OPERATION);
    if (tables.step(excision) instanceof Refused) return lead;
    return new Lead(excision, lead.term() + ", of a part only: Excision (B3.8)", lead.words());
  }

  private List<Lead> ofOperation(List<Lead> leads) {
    Set<String> operations = new LinkedHashSet<>();
    leads.forEach(lead -> operations.add(operation(lead)));
    if (operations.size() == 1) return leads;
    if (operations.equals(Set.of("Excision", "Resection"))) {
      String meant = Cues.PART.matcher(act.clause().lower()).find() ? "Excision" : "Resection";
      return leads.stream().filter(lead -> operation(lead).equals(meant)).toList();
    }
    var cued =
        leads.stream()
            .filter(lead -> {
              Pattern cue = Cues.operation(operation(lead));
              return cue != null && cue.matcher(act.clause().lower()).find();
            })
            .toList();
    return cued.isEmpty() ? leads : cued;
  }

  private ProcedureCandidate openOperation(List<Lead> leads, Set<String> operations) {
    Lead first = leads.getFirst();
    return new ProcedureCandidate(
        first.prefix().substring(0, Math.min(2, first.prefix().length())),
        20,
        text.whole(act.clause()),
        List.of(),
        List.of("root operation: " + String.join(" or ", operations)),
        List.of(first.term()));
  }

  /// The same root operation on several body parts is coded for each (guideline B3.2a).
  private Stream<ProcedureCandidate> candidates(Lead lead, String side) {
    if (tables.step(lead.prefix()) instanceof Open open && open.position() == BODY_PART) {
      List<CharacterChoice> several = parts.of(open, side);
      if (several.size() > 1 && several.size() <= MOST && SEVERAL.contains(operation(lead))) {
        return several.stream().map(part -> candidate(lead, side, part));
      }
    }
    return Stream.of(candidate(lead, side, null));
  }

  private ProcedureCandidate candidate(Lead lead, String side, @Nullable CharacterChoice part) {
    Evidence named = text.whole(act.clause());
    var path = new ArrayList<String>();
    path.add("“" + named.quote() + "” leads to " + lead.prefix() + ": " + lead.term());
    Draft draft = fill(lead, side, part, named);
    var undocumented = new ArrayList<String>();
    if (draft.missing() != null) undocumented.add(draft.missing());
    boolean isTakenAsWhole =
        operation(lead).equals("Resection") && !Cues.WHOLE.matcher(act.clause().lower()).find();
    if (isTakenAsWhole) {
      path.add("taken as the whole body part (guideline B3.8); look at what was left");
    }
    boolean isRevised =
        operation(lead).equals("Replacement") && Cues.REVISED.matcher(act.clause().lower()).find();
    if (isRevised) {
      path.add(
          "a revision: taking out the old device is a code of its own (definition of Replacement)");
    }
    boolean isConverted = text.find(Cues.CONVERTED, act) != null;
    if (isConverted)
      path.add("converted to open: inspection by scope is a code of its own (B3.11)");
    long assumed = draft.characters().stream().filter(c -> c.why().startsWith("none is")).count();
    if (!text.isHeaded()) path.add("named in a sentence, not under a heading of procedures");
    int confidence = (draft.missing() != null ? 40 : 85) - (text.isHeaded() ? 0 : 20);
    confidence -= (isTakenAsWhole ? 10 : 0) + (isRevised ? 30 : 0) + (int) assumed * 5;
    return new ProcedureCandidate(
        draft.code(), confidence, named, draft.characters(), undocumented, path);
  }

  private Draft fill(Lead lead, String side, @Nullable CharacterChoice part, Evidence named) {
    var characters = new ArrayList<CharacterChoice>();
    List<Choice> given = chosen(lead.prefix());
    for (int i = 0; i < given.size(); i++) {
      Choice choice = given.get(i);
      characters.add(
          new CharacterChoice(
              i + 1, choice.character(), choice.axis(), choice.meaning(), lead.term(), named));
    }
    String code = lead.prefix();
    while (tables.step(code) instanceof Open open) {
      CharacterChoice choice =
          open.position() == BODY_PART && part != null ? part : choose(open, side);
      if (choice == null) return new Draft(code, characters, missing(open));
      characters.add(choice);
      code += choice.character();
    }
    return new Draft(code, characters, null);
  }

  private static String missing(Open open) {
    List<String> offered = open.options().stream().map(Option::meaning).limit(8).toList();
    return "%s (character %d): %s%s"
        .formatted(
            open.axis(),
            open.position(),
            String.join("; ", offered),
            open.options().size() > 8 ? "; …" : "");
  }

  private @Nullable CharacterChoice choose(Open open, String side) {
    if (open.options().size() == 1) {
      return choice(open, open.options().getFirst(), "the table has no other value here", null);
    }
    for (Option option : open.options()) {
      if (!meant.values().contains(option.meaning()) || isSaidOtherwise(open, option)) continue;
      return choice(open, option, "the name of the operation", text.whole(act.clause()));
    }
    return switch (open.axis()) {
      case "Approach" -> approach(open);
      case "Contrast" -> contrast(open);
      default ->
          open.position() <= BODY_PART ? parts.only(open, side) : deviceOrQualifier(open, side);
    };
  }

  /// The name of an operation stands for a way through the skin or an opening unless it says
  /// another.
  private boolean isSaidOtherwise(Open open, Option option) {
    if (!open.axis().equals("Approach") || option.meaning().endsWith("Endoscopic")) return false;
    Evidence converted = text.find(Cues.CONVERTED, act);
    return converted != null || text.in(act.clause(), Cues.OPENED) != null;
  }

  static CharacterChoice choice(Open open, Option option, String why, @Nullable Evidence evidence) {
    return new CharacterChoice(
        open.position(), option.character(), open.axis(), option.meaning(), why, evidence);
  }

  private @Nullable CharacterChoice approach(Open open) {
    boolean isConverted = text.find(Cues.CONVERTED, act) != null;
    List<Function<Pattern, @Nullable Evidence>> places =
        List.of(
            cue -> text.in(act.clause(), cue),
            cue -> text.in(act.line(), cue),
            text::inDescription);
    for (int i = 0; i < places.size(); i++) {
      boolean isDescription = i == places.size() - 1;
      Map<String, Pattern> cues = isDescription ? Cues.describedApproaches() : Cues.approaches();
      for (Map.Entry<String, Pattern> cue : cues.entrySet()) {
        if (isConverted && !cue.getKey().equals("Open")) continue;
        Evidence found = places.get(i).apply(cue.getValue());
        if (found == null) continue;
        for (Option option : open.options()) {
          if (option.meaning().equals(cue.getKey())) {
            return choice(open, option, "“" + found.quote() + "”", found);
          }
        }
      }
    }
    return null;
  }

  /// The contrast is told with how the picture was taken.
  private @Nullable CharacterChoice contrast(Open open) {
    for (Option option : open.options()) {
      Evidence found = text.find(Cues.words(option.meaning()), act);
      if (found != null) return choice(open, option, "“" + found.quote() + "”", found);
    }
    return null;
  }

  private @Nullable CharacterChoice deviceOrQualifier(Open open, String side) {
    boolean isCounted = open.options().stream().anyMatch(o -> o.meaning().endsWith("Device, Two"));
    if (isCounted && CoronaryArteries.hasUncountedStents(act.line().lower(), text.description())) {
      return null;
    }
    if (SpinalFusion.isNamed(act.clause().lower())) return null; // screws and rods are no graft
    for (Option option : open.options()) {
      if (!option.meaning().equals("Diagnostic")) continue;
      Evidence found = text.in(act.clause(), Cues.DIAGNOSTIC);
      if (found != null) return choice(open, option, "“" + found.quote() + "”", found);
    }
    CharacterChoice found = byCue(open);
    if (found != null) return found;
    List<Option> uncued =
        open.options().stream().filter(o -> Cues.device(o.meaning()) == null).toList();
    List<Option> worded = parts.named(uncued, side);
    if (worded.size() == 1) {
      Evidence evidence = text.whole(act.clause());
      return choice(open, worded.getFirst(), "“" + evidence.quote() + "”", evidence);
    }
    for (Option option : open.options()) {
      if (option.character() == 'Z') return choice(open, option, "none is documented", null);
    }
    return null;
  }

  /// The one value that a cue names; of two the one that is the other made more exact: a nail with
  /// its screws.
  private @Nullable CharacterChoice byCue(Open open) {
    CharacterChoice only = null;
    for (Option option : open.options()) {
      Pattern cue = Cues.device(option.meaning());
      Evidence found = cue == null ? null : text.find(cue, act);
      if (found == null) continue;
      CharacterChoice choice = choice(open, option, "“" + found.quote() + "”", found);
      if (only == null || option.meaning().startsWith(only.meaning() + ',')) only = choice;
      else if (!only.meaning().startsWith(option.meaning() + ',')) return null;
    }
    return only;
  }
}
