package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.book.ProcedureBuilder;
import org.cleanclaim.codesets.book.ProcedureStep.Complete;
import org.cleanclaim.codesets.book.ProcedureStep.Open;
import org.cleanclaim.codesets.book.ProcedureStep.Option;
import org.cleanclaim.codesets.book.ProcedureStep.Refused;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.procedure.ProcedureTerms.Lead;
import org.cleanclaim.coding.statement.Statement;
import org.jspecify.annotations.Nullable;

/// Builds the candidates for one line that names a procedure.
final class CandidateBuilder {
  private static final int OPERATION = 3;
  private static final int BODY_PART = 4;
  private static final int APPROACH = 5;
  private static final Set<String> LITTLE =
      Set.of(
          "and",
          "or",
          "of",
          "the",
          "no",
          "with",
          "joint",
          "surface",
          "device",
          "qualifier",
          "part");

  private static final Pattern MORE =
      Pattern.compile(
          "\\w*(?:ectomy|plasty|ostomy|pexy|rrhaphy|desis)|biopsy|lysis|removal|excision|resection|repair|drainage|dilation|dilatation|stent|ablation|banding|clipping|injection|evacuat\\w+|exeresis|remov\\w+|excis\\w+|resect\\w+");

  private final ProcedureBuilder tables;
  private final OperativeText text;
  private final Statement name;
  private final Set<String> said;

  CandidateBuilder(
      ProcedureBuilder tables, ProcedureTerms terms, OperativeText text, Statement name) {
    this.tables = tables;
    this.text = text;
    this.name = name;
    this.said = terms.meant(ProcedureTerms.words(name.lower()));
  }

  /// A candidate under way.
  private record Draft(String code, List<CharacterChoice> characters, @Nullable String missing) {}

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
    boolean isOnlyLooking =
        reachable.stream().allMatch(lead -> operation(lead).equals("Inspection"));
    if (isOnlyLooking && saysMore(reachable)) return List.of();
    List<Lead> chosen = ofOperation(reachable).stream().map(this::ofPart).distinct().toList();
    Set<String> operations = new LinkedHashSet<>();
    chosen.forEach(lead -> operations.add(operation(lead)));
    if (operations.size() > 1) return List.of(openOperation(chosen, operations));
    var candidates = new ArrayList<ProcedureCandidate>();
    for (Lead lead : chosen) {
      for (String side : sides(lead)) candidates.add(candidate(lead, side));
    }
    // Of several tables that the term leads to, those that the record can fill.
    boolean hasWhole = candidates.stream().anyMatch(ProcedureCandidate::isComplete);
    if (hasWhole) candidates.removeIf(candidate -> !candidate.isComplete());
    return candidates.size() <= 2 ? candidates : List.of(candidates.getFirst());
  }

  /// Whether the line names something that is done besides looking, which is then what counts
  /// (guideline B3.11a).
  private boolean saysMore(List<Lead> looking) {
    Set<String> words = new HashSet<>(ProcedureTerms.words(text.sentence(name).lower()));
    looking.forEach(lead -> words.removeAll(lead.words()));
    return words.stream().anyMatch(MORE.asMatchPredicate());
  }

  private List<String> sides(Lead lead) {
    boolean isOpen = chosen(lead.prefix()).size() < BODY_PART;
    return isOpen && said.contains("bilateral") ? List.of("right", "left") : List.of("");
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
                  .anyMatch(o -> score(o, "right") > 0 || score(o, "left") > 0 || score(o, "") > 0);
    };
  }

  /// A body part that the Index gives for one side is not meant where the record names the other.
  private boolean goesWithSide(Lead lead) {
    List<Choice> given = chosen(lead.prefix());
    if (given.size() < BODY_PART) return true;
    Set<String> words = ProcedureTerms.words(given.get(BODY_PART - 1).meaning());
    boolean isRight = words.contains("right");
    if (isRight == words.contains("left") || said.contains("bilateral")) return true;
    var sides = new HashSet<>(said);
    if (!said.contains("right") && !said.contains("left")) sides.addAll(onlySide());
    return sides.contains(isRight ? "right" : "left");
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
    boolean isPart = operation(lead).equals("Resection") && Cues.PART.matcher(name.lower()).find();
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
      String meant = Cues.PART.matcher(name.lower()).find() ? "Excision" : "Resection";
      return leads.stream().filter(lead -> operation(lead).equals(meant)).toList();
    }
    var cued =
        leads.stream()
            .filter(lead -> {
              Pattern cue = Cues.operation(operation(lead));
              return cue != null && cue.matcher(name.lower()).find();
            })
            .toList();
    return cued.isEmpty() ? leads : cued;
  }

  private ProcedureCandidate openOperation(List<Lead> leads, Set<String> operations) {
    Lead first = leads.getFirst();
    return new ProcedureCandidate(
        first.prefix().substring(0, Math.min(2, first.prefix().length())),
        20,
        text.whole(name),
        List.of(),
        List.of("root operation: " + String.join(" or ", operations)),
        List.of("Index: " + first.term()));
  }

  private ProcedureCandidate candidate(Lead lead, String side) {
    Evidence named = text.whole(name);
    var path = new ArrayList<String>();
    path.add("“" + named.quote() + "” leads to " + lead.prefix() + " by the Index: " + lead.term());
    Draft draft = fill(lead, side, named);
    var undocumented = new ArrayList<String>();
    if (draft.missing() != null) undocumented.add(draft.missing());
    boolean isTakenAsWhole =
        operation(lead).equals("Resection") && !Cues.WHOLE.matcher(name.lower()).find();
    if (isTakenAsWhole) {
      path.add("taken as the whole body part (guideline B3.8); look at what was left");
    }
    boolean isConverted = text.find(Cues.CONVERTED, name) != null;
    if (isConverted)
      path.add("converted to open: inspection by scope is a code of its own (B3.11)");
    long assumed = draft.characters().stream().filter(c -> c.why().startsWith("none is")).count();
    if (!text.isHeaded()) path.add("named in a sentence, not under a heading of procedures");
    int confidence = (draft.missing() != null ? 40 : 85) - (text.isHeaded() ? 0 : 20);
    confidence -= (isTakenAsWhole ? 10 : 0) + (int) assumed * 5;
    return new ProcedureCandidate(
        draft.code(), confidence, named, draft.characters(), undocumented, path);
  }

  private Draft fill(Lead lead, String side, Evidence named) {
    var characters = new ArrayList<CharacterChoice>();
    List<Choice> given = chosen(lead.prefix());
    for (int i = 0; i < given.size(); i++) {
      Choice choice = given.get(i);
      characters.add(
          new CharacterChoice(
              i + 1,
              choice.character(),
              choice.axis(),
              choice.meaning(),
              "Index: " + lead.term(),
              named));
    }
    String code = lead.prefix();
    while (tables.step(code) instanceof Open open) {
      CharacterChoice choice = choose(open, side);
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
    if (open.position() == APPROACH) return approach(open);
    if (open.position() <= BODY_PART) return byWords(open, side);
    return deviceOrQualifier(open, side);
  }

  private static CharacterChoice choice(
      Open open, Option option, String why, @Nullable Evidence evidence) {
    return new CharacterChoice(
        open.position(), option.character(), open.axis(), option.meaning(), why, evidence);
  }

  private @Nullable CharacterChoice approach(Open open) {
    boolean isConverted = text.find(Cues.CONVERTED, name) != null;
    for (boolean inName : new boolean[] {true, false}) {
      for (Map.Entry<String, Pattern> cue : Cues.approaches().entrySet()) {
        if (isConverted && !cue.getKey().equals("Open")) continue;
        Evidence found = inName ? text.in(name, cue.getValue()) : text.find(cue.getValue(), name);
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

  private @Nullable CharacterChoice byWords(Open open, String side) {
    Option best = best(open.options(), side);
    if (best == null) return null;
    Set<String> words = content(best.meaning());
    Statement where = text.with(name, words);
    Evidence evidence = text.whole(where == null ? name : where);
    return choice(open, best, "“" + evidence.quote() + "”", evidence);
  }

  /// The one option whose words the line has most of; null when none or several.
  private @Nullable Option best(List<Option> options, String side) {
    var scored = new ArrayList<>(options.stream().filter(o -> score(o, side) > 0).toList());
    scored.sort(Comparator.comparingInt((Option o) -> score(o, side)).reversed());
    if (scored.isEmpty()) return null;
    boolean isTied = scored.size() > 1 && score(scored.get(0), side) == score(scored.get(1), side);
    return isTied ? null : scored.getFirst();
  }

  /// How many words of the meaning the line has; 0 unless it has all of them.
  private int score(Option option, String side) {
    Set<String> words = content(option.meaning());
    var available = new HashSet<>(said);
    if (!side.isEmpty()) {
      available.remove("right");
      available.remove("left");
      available.add(side);
    } else if (!available.contains("right") && !available.contains("left")) {
      available.addAll(onlySide());
    }
    return available.containsAll(words) ? words.size() : 0;
  }

  /// The side, when the record names one only.
  private Set<String> onlySide() {
    boolean isRight = text.find(Pattern.compile("\\bright\\b"), name) != null;
    boolean isLeft = text.find(Pattern.compile("\\bleft\\b"), name) != null;
    if (isRight == isLeft) return Set.of();
    return Set.of(isRight ? "right" : "left");
  }

  private static Set<String> content(String meaning) {
    Set<String> words = ProcedureTerms.words(meaning);
    words.removeAll(LITTLE);
    return words;
  }

  private @Nullable CharacterChoice deviceOrQualifier(Open open, String side) {
    for (Option option : open.options()) {
      if (!option.meaning().equals("Diagnostic")) continue;
      Evidence found = text.in(name, Cues.DIAGNOSTIC);
      if (found != null) return choice(open, option, "“" + found.quote() + "”", found);
    }
    CharacterChoice found = byCue(open);
    if (found == null) found = byWords(open, side);
    if (found != null) return found;
    for (Option option : open.options()) {
      if (option.character() == 'Z') {
        return choice(open, option, "none is documented", null);
      }
    }
    return null;
  }

  private @Nullable CharacterChoice byCue(Open open) {
    CharacterChoice only = null;
    for (Option option : open.options()) {
      Pattern cue = Cues.device(option.meaning());
      Evidence found = cue == null ? null : text.find(cue, name);
      if (found == null) continue;
      if (only != null) return null;
      only = choice(open, option, "“" + found.quote() + "”", found);
    }
    return only;
  }
}
