package org.cleanclaim.coding.hcpcs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.hcpcs.DrugCodes.Named;
import org.cleanclaim.coding.hcpcs.DrugTitle.Form;
import org.cleanclaim.coding.statement.ActReader;
import org.cleanclaim.coding.statement.ActStatus;
import org.cleanclaim.coding.statement.Statement;

/// Drugs that were given, with the units of the dose.
///
/// Source: Medicare Claims Processing Manual (CMS Pub. 100-04), chapter 17: section 10 (a dose that
/// is no multiple of the code's dose is rounded up to the next unit), section 40 (discarded amounts
/// of single-dose containers: modifier JW; JZ when nothing was discarded, since 2023-07-01).
final class DrugServices {
  private static final int BEHIND = 70;
  private static final int BEFORE = 30;
  private static final Pattern BY_NEEDLE =
      Pattern.compile(
          "\\b(?:im|iv|ivp|ivpb|sc|sq|subq|subcut\\w*|intramuscular\\w*|intravenous\\w*|intra-?articular\\w*|intralesional\\w*|intradermal\\w*|inject\\w+|infus\\w+|bolus\\w*|push|epidural\\w*|intravitreal\\w*|intrathecal\\w*|shot)\\b");
  private static final Pattern INHALED =
      Pattern.compile("\\b(?:neb\\w*|inhal\\w+|aerosol\\w*|duoneb\\w*|breathing treatment)\\b");
  private static final Pattern BY_MOUTH =
      Pattern.compile(
          "\\b(?:po|p\\.o\\.|oral(?:ly)?|by mouth|tablets?|odt|sublingual\\w*|topical\\w*)\\b");
  private static final Pattern TIMES =
      Pattern.compile("^[^.;,]{0,12}?\\bx ?([2-9])\\b(?! ?(?:days|weeks|months|mg|ml|\\d))");
  private static final Pattern DISCARDED =
      Pattern.compile("\\b(?:discard\\w*|wast(?:e|ed|age))\\b");

  /// Behind an amount: it was thrown away, or is what the vial holds.
  private static final Pattern NOT_GIVEN =
      Pattern.compile(
          "\\s*(?:(?:was|were|of it) )?(?:discard\\w*|wast(?:e|ed|age)\\b|(?:[a-z-]+"
              + " ){0,2}vials?\\b)");

  /// Before an amount.
  private static final Pattern THROWN_AWAY =
      Pattern.compile("\\b(?:discard(?:ed)?|wast(?:e|ed|age))(?: of)?:?\\s*$");

  private static final Pattern NOTHING_DISCARDED =
      Pattern.compile(
          "\\b(?:no|none|nothing|zero|0)\\b[^.;]{0,25}\\b(?:waste|wasted|wastage|discarded)\\b|entire"
              + " (?:single[- ](?:dose|use)"
              + " )?(?:vial|contents)[^.;]{0,30}(?:used|given|administered)");

  /// That a dose is one more of the same.
  private static final Pattern ANOTHER =
      Pattern.compile("\\b(?:another|second|third|additional|repeat\\w*|again|2nd|3rd)\\b");

  private static final Pattern CLOCK =
      Pattern.compile("\\b(?:[01]?\\d|2[0-3]):?[0-5]\\d\\b(?! ?m)");

  /// What stands behind a dose about its waste, and about no further drug.
  private static final Pattern OF_WASTE = Pattern.compile("^[^.;]{0,30}\\b(?:discard|wast)");

  /// A drug as one statement tells it.
  ///
  /// @param isAnother whether it says that this is one more dose
  /// @param clocks the times of day that it names
  private record Told(ServiceSuggestion service, boolean isAnother, List<String> clocks) {
    /// The same dose told twice is one, unless the record says that it was given again; whether it
    /// was is for a person to say. Doses of one day add up (CMS Pub. 100-04, chapter 17, section
    /// 10).
    Told and(Told next) {
      var second = next.service();
      boolean isAgain =
          next.isAnother
              || (!clocks.isEmpty() && !next.clocks.isEmpty() && !clocks.equals(next.clocks));
      boolean isSameDose = second.units() == service.units() && !isAgain;
      var evidence = new ArrayList<>(service.evidence());
      evidence.addAll(second.evidence());
      var hints = new ArrayList<>(service.hints());
      for (String hint : second.hints()) if (!hints.contains(hint)) hints.add(hint);
      hints.removeIf(hint -> hint.startsWith("named "));
      var path = new ArrayList<>(service.path());
      if (isSameDose) {
        hints.add("named %d times; the units are those of one dose".formatted(evidence.size()));
      } else {
        path.add("another dose: %d units more".formatted(second.units()));
      }
      var both =
          new ServiceSuggestion(
              service.code(),
              service.title(),
              isSameDose ? service.units() : service.units() + second.units(),
              Math.min(service.confidencePercent(), second.confidencePercent()) - 10,
              evidence,
              path,
              hints);
      return new Told(both, isAnother, next.clocks);
    }
  }

  private final DrugCodes codes;
  private final Documentation note;
  private final Map<String, Told> suggestions = new LinkedHashMap<>();
  private final List<Mention> notCoded = new ArrayList<>();

  private DrugServices(DrugCodes codes, Documentation note) {
    this.codes = codes;
    this.note = note;
  }

  static ServiceProposal propose(DrugCodes codes, Documentation note, List<Statement> statements) {
    var services = new DrugServices(codes, note);
    for (int i = 0; i < statements.size(); i++) {
      String next = i + 1 < statements.size() ? statements.get(i + 1).lower() : "";
      services.read(statements.get(i), next);
    }
    return new ServiceProposal(
        services.suggestions.values().stream().map(Told::service).toList(), services.notCoded);
  }

  private void read(Statement said, String next) {
    List<Named> drugs = distinct(codes.in(said.lower()));
    List<Dose> doses = drugs.isEmpty() ? List.of() : given(said.lower());
    for (int i = 0; i < drugs.size(); i++) {
      int border = i + 1 < drugs.size() ? drugs.get(i + 1).start() : said.lower().length();
      int floor = i > 0 ? drugs.get(i - 1).end() : 0;
      String behind = border == said.lower().length() && isOfWaste(next) ? next : "";
      List<Dose> own = near(doses, drugs.get(i), floor, border);
      int from = own.isEmpty() ? drugs.get(i).start() : own.getFirst().start();
      int told = drugs.size() == 1 ? 0 : Math.min(from, drugs.get(i).start());
      drug(said, drugs.get(i), own, said.lower().substring(told, border) + '\n' + behind);
    }
  }

  private static boolean isOfWaste(String next) {
    return OF_WASTE.matcher(next).find() && !BY_NEEDLE.matcher(next).find();
  }

  /// The amounts without those that were thrown away or only say how large the vial is.
  private static List<Dose> given(String lower) {
    return Dose.in(lower).stream()
        .filter(dose -> !NOT_GIVEN.matcher(lower).region(dose.end(), lower.length()).lookingAt())
        .filter(dose -> !isThrownAway(lower, dose))
        .toList();
  }

  private static boolean isThrownAway(String lower, Dose dose) {
    int from = Math.max(0, dose.start() - BEFORE);
    return THROWN_AWAY.matcher(lower).region(from, dose.start()).find();
  }

  /// A drug named by brand and by its name is one.
  private static List<Named> distinct(List<Named> drugs) {
    var distinct = new ArrayList<Named>();
    for (Named drug : drugs) {
      boolean isKnown =
          distinct.stream()
              .anyMatch(other ->
                  drug.start() < other.end()
                      || (drug.start() - other.end() < 5
                          && other.titles().containsAll(drug.titles())));
      if (!isKnown) distinct.add(drug);
    }
    return distinct;
  }

  private static List<Dose> near(List<Dose> doses, Named drug, int floor, int border) {
    List<Dose> behind =
        doses.stream()
            .filter(d -> d.start() >= drug.end() && d.start() - drug.end() <= BEHIND)
            .filter(d -> d.end() <= border)
            .toList();
    if (!behind.isEmpty()) return behind;
    return doses.stream()
        .filter(d -> d.end() <= drug.start() && drug.start() - d.end() <= BEFORE)
        .filter(d -> d.start() >= floor)
        .toList();
  }

  private void drug(Statement said, Named drug, List<Dose> doses, String told) {
    List<DrugTitle> fitting = drug.titles().stream().filter(t -> isAllSaid(t, drug)).toList();
    if (fitting.isEmpty()) return;
    // A name alone is the patient's medicine or an allergy.
    if (doses.isEmpty()) {
      ActStatus status = status(said, drug.start(), drug.end());
      if (status == ActStatus.DONE && routes(said.lower(), fitting.getFirst().form())) {
        refuse(said, drug, drug.end(), fitting.getFirst(), "the dose is not documented");
      }
      return;
    }
    String lower = said.lower();
    int from = Math.min(drug.start(), doses.getFirst().start());
    int to = Math.max(drug.end(), doses.getLast().end());
    ActStatus status = status(said, from, to);
    if (status != ActStatus.DONE) {
      refuse(said, drug, to, fitting.getFirst(), status.inWords());
      return;
    }
    List<DrugTitle> routed = fitting.stream().filter(t -> routes(lower, t.form())).toList();
    if (routed.isEmpty()) {
      boolean isOral = BY_MOUTH.matcher(lower).find();
      String why = isOral ? "taken by mouth" : "the route is not documented";
      refuse(said, drug, to, fitting.getFirst(), why);
      return;
    }
    choose(said, drug, doses, routed, told);
  }

  private ActStatus status(Statement said, int from, int to) {
    return ActReader.read(said, said.start() + from, said.start() + to, note.servedOn());
  }

  private static boolean isAllSaid(DrugTitle drug, Named named) {
    boolean isBrandSaid = drug.brands().stream().anyMatch(b -> named.said().containsKey(b));
    if (drug.isBrandRequired() && !isBrandSaid) return false;
    String words = String.join(" ", named.said().keySet()).replace('-', ' ');
    return drug.conditions().stream().allMatch(words::contains);
  }

  private static boolean routes(String lower, Form form) {
    return (form == Form.INHALATION ? INHALED : BY_NEEDLE).matcher(lower).find();
  }

  private void choose(
      Statement said, Named drug, List<Dose> doses, List<DrugTitle> fitting, String told) {
    List<DrugTitle> salted = mostSalts(fitting, drug);
    record Choice(DrugTitle title, Dose given, long units) {}
    var choices = new ArrayList<Choice>();
    for (DrugTitle title : salted) {
      together(said.lower(), drug, doses, title.each().measure())
          .ifPresent(dose -> choices.add(new Choice(title, dose, dose.unitsOf(title.each()))));
    }
    int end = Math.max(drug.end(), doses.getFirst().end());
    if (choices.isEmpty()) {
      DrugTitle title = salted.getFirst();
      String why =
          "the dose is stated as %s, and the code counts %s"
              .formatted(doses.getFirst().measure().inWords(), title.each().measure().inWords());
      refuse(said, drug, end, title, why);
      return;
    }
    // Codes of one drug in several sizes: the one that the dose fills with the fewest units.
    choices.sort(
        Comparator.comparing((Choice c) -> !c.given().isMultipleOf(c.title().each()))
            .thenComparingLong(Choice::units));
    Choice first = choices.getFirst();
    Optional<Choice> rival =
        choices.stream()
            .skip(1)
            .filter(c -> !c.title().code().equals(first.title().code()))
            .filter(c ->
                !c.title().salts().equals(first.title().salts())
                    || c.title().each().amount().compareTo(first.title().each().amount()) == 0)
            .findFirst();
    if (rival.isPresent()) {
      refuse(
          said,
          drug,
          end,
          first.title(),
          "the words fit %s and %s; which is not documented"
              .formatted(first.title().code(), rival.get().title().code()));
      return;
    }
    suggest(said, drug, first.title(), first.given(), first.units(), told);
  }

  /// Of codes for several salts those whose salts are named.
  private static List<DrugTitle> mostSalts(List<DrugTitle> fitting, Named drug) {
    long most = 0;
    var kept = new ArrayList<DrugTitle>();
    for (DrugTitle title : fitting) {
      long said = title.salts().stream().filter(drug.said()::containsKey).count();
      said += title.brands().stream().filter(drug.said()::containsKey).limit(1).count();
      if (said < most) continue;
      if (said > most) kept.clear();
      most = said;
      kept.add(title);
    }
    return kept;
  }

  /// The first amount in a measure, and with it those that an `and` adds for the same drug: `30 mg
  /// IM and 15 mg IM`, `80 mg into the right knee and Kenalog 40 mg into the left`.
  private static Optional<Dose> together(
      String lower, Named drug, List<Dose> doses, Dose.Measure measure) {
    List<Dose> measured = doses.stream().filter(dose -> dose.measure() == measure).toList();
    if (measured.isEmpty()) return Optional.empty();
    Dose first = measured.getFirst();
    Dose sum = first.times(times(lower, first));
    String name = Pattern.quote(lower.substring(drug.start(), drug.end()));
    var added = Pattern.compile("[^.;]*\\band (?:then |another |a second )?(?:" + name + " )?");
    for (int i = 1; i < measured.size(); i++) {
      int from = measured.get(i - 1).end();
      if (!added.matcher(lower.substring(from, measured.get(i).start())).matches()) break;
      sum = sum.plus(measured.get(i));
    }
    return Optional.of(sum);
  }

  private static int times(String lower, Dose dose) {
    Matcher times = TIMES.matcher(lower.substring(dose.end()));
    return times.find() ? Integer.parseInt(times.group(1)) : 1;
  }

  private void suggest(
      Statement said, Named drug, DrugTitle title, Dose given, long units, String told) {
    int from = Math.min(drug.start(), given.start());
    int to = Math.max(drug.end(), given.end());
    var path = new ArrayList<String>();
    path.add("“" + quote(said, drug.start(), drug.end()) + "” is the drug of " + title.code());
    path.add(
        "%s given, %s a unit: %d %s%s"
            .formatted(
                given.written(),
                title.each().written(),
                units,
                units == 1 ? "unit" : "units",
                given.isMultipleOf(title.each())
                    ? ""
                    : ", the last begun one counted (CMS Pub. 100-04, chapter 17, section 10)"));
    path.add("the clause says it was given");
    boolean hasNoSalt = title.salts().stream().noneMatch(drug.said()::containsKey);
    int confidence = hasNoSalt && !title.salts().isEmpty() ? 85 : 90;
    var service =
        new ServiceSuggestion(
            title.code(),
            title.title(),
            units,
            confidence,
            List.of(evidence(said, from, to)),
            path,
            hints(told, title));
    boolean isAnother = ANOTHER.matcher(told).find();
    List<String> clocks = CLOCK.matcher(told).results().map(MatchResult::group).toList();
    suggestions.merge(title.code(), new Told(service, isAnother, clocks), Told::and);
  }

  /// What was thrown away of the drug, as its own words tell it and those right behind.
  private static List<String> hints(String told, DrugTitle title) {
    for (String words : told.split("\n")) {
      if (NOTHING_DISCARDED.matcher(words).find()) {
        return List.of("JZ: the record says that nothing was discarded");
      }
      Matcher discarded = DISCARDED.matcher(words);
      if (!discarded.find()) continue;
      Optional<Dose> dose =
          Dose.in(words).stream()
              .filter(d -> d.measure() == title.each().measure())
              .filter(
                  d -> Math.abs(d.start() - discarded.start()) < 30 || d.start() > discarded.end())
              .min(Comparator.comparingInt(d -> Math.abs(d.start() - discarded.start())));
      if (dose.isEmpty()) continue;
      long whole = dose.get().wholeUnitsOf(title.each());
      return List.of(
          whole == 0
              ? "%s discarded is less than one unit; no JW line".formatted(dose.get().written())
              : "JW: %s discarded, %d units on a line of its own"
                  .formatted(dose.get().written(), whole));
    }
    return List.of();
  }

  private void refuse(Statement said, Named drug, int to, DrugTitle title, String why) {
    notCoded.add(
        new Mention(
            evidence(said, drug.start(), Math.max(to, drug.end())), title.code(), true, why));
  }

  private String quote(Statement said, int from, int to) {
    return note.text().substring(said.start() + from, said.start() + to);
  }

  private Evidence evidence(Statement said, int from, int to) {
    return new Evidence(
        note.documentId(), said.start() + from, said.start() + to, quote(said, from, to));
  }
}
