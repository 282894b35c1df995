package org.cleanclaim.coding.hcpcs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A drug code as its official long title describes it: name, dose of one unit, and what else the
/// record has to say before it may be taken.
///
/// @param names alternative names; of one of them all words have to be there
/// @param salts words of the name that notes leave out: `sodium`, `hydrochloride`
/// @param brands names in brackets or set apart
/// @param conditions words such as `preservative free` that the record has to say
/// @param each the dose of one unit
record DrugTitle(
    String code,
    String title,
    Form form,
    List<Set<String>> names,
    Set<String> salts,
    Set<String> brands,
    boolean isBrandRequired,
    List<String> conditions,
    Dose each) {

  /// How the drug gets into the patient.
  enum Form {
    INJECTION,
    INFUSION,
    INHALATION
  }

  static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private static final Pattern BEGIN = Pattern.compile("^(injection|inj|infusion),\\s*");
  private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)");
  private static final Set<String> SALTS =
      Set.of(
          ("sodium hydrochloride hcl acetate phosphate sulfate succinate tromethamine maleate"
                  + " mesylate citrate tartrate lactate gluconate bromide chloride potassium"
                  + " calcium acetonide diacetate hexacetonide cypionate enanthate decanoate"
                  + " pamoate besylate solution sterile dihydrate monohydrate benzoate"
                  + " caproate fumarate hyclate")
              .split(" "));
  private static final Set<String> ROUTES = Set.of("iv", "im", "sc");
  private static final Set<String> LITTLE =
      Set.of("and", "or", "per", "up", "to", "of", "the", "with", "usp", "injection");
  private static final Pattern CONDITION =
      Pattern.compile(
          "extended[- ]release|preservative[- ]free|liposom\\w*|unrefrigerated|long[-"
              + " ]acting|(?<!non-)depot"
              + " form|intraocular|intravitreal|intracameral|intrathecal|epidural|implant|lock"
              + " flush|microspheres?|pegylated|minidose|full"
              + " dose|suspension|subcutaneous|intramuscular|intravenous(?= infusion)|non-esrd"
              + " use|esrd on dialysis|compounded");

  /// The title, if it is one of a drug by dose.
  static Optional<DrugTitle> of(String code, String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    Matcher begin = BEGIN.matcher(lower);
    boolean isInhaled = lower.contains("inhalation solution") && !lower.contains("concentrated");
    if (!begin.find() && !isInhaled) return Optional.empty();
    String text = isInhaled ? lower : lower.substring(begin.end());
    Optional<Dose> each = each(text);
    if (each.isEmpty()) return Optional.empty();
    Form form =
        isInhaled
            ? Form.INHALATION
            : begin.group(1).equals("infusion") ? Form.INFUSION : Form.INJECTION;
    String beforeDose = text.substring(0, Math.min(text.length(), each.get().start()));
    String name = BRACKETS.matcher(beforeDose).replaceAll(" ");
    String[] segments = name.split(",");
    var salts = new LinkedHashSet<String>();
    var names = new ArrayList<Set<String>>();
    boolean isRoute = ROUTES.contains(segments[0].strip()) && segments.length > 1;
    Set<String> first = words(segments[isRoute ? 1 : 0].replaceAll("\\s+for\\s.*", ""), salts);
    if (first.isEmpty()) return Optional.empty();
    names.add(first);
    if (segments.length > 1 && !isInhaled) {
      String second = segments[1].strip();
      boolean isName = second.matches("[a-z]{6,}") && !isQualifier(second);
      if (isName) names.add(Set.of(second));
    }
    var brands = new LinkedHashSet<String>();
    Matcher bracket = BRACKETS.matcher(text);
    while (bracket.find()) {
      Matcher brand = WORD.matcher(bracket.group(1));
      while (brand.find()) if (brand.group().length() > 3) brands.add(brand.group());
    }
    boolean isBrandRequired =
        text.contains("not therapeutically equivalent")
            || (text.contains("biosimilar") && !text.contains("excludes biosimilar"));
    var conditions = new ArrayList<String>();
    Matcher condition = CONDITION.matcher(text);
    if (!isInhaled) while (condition.find()) conditions.add(condition.group().replace('-', ' '));
    return Optional.of(
        new DrugTitle(
            code, title, form, names, salts, brands, isBrandRequired, conditions, each.get()));
  }

  /// The dose of a unit; the doses of the parts of one substance together.
  private static Optional<Dose> each(String text) {
    String plain = text.replaceAll("\\(code may be used.*", "").replaceAll("\\(up to[^)]*\\)", "");
    List<Dose> doses = Dose.in(plain);
    if (doses.isEmpty()) return perUnit(plain);
    if (doses.size() == 1) return Optional.of(doses.getFirst());
    Dose first = doses.getFirst();
    if (doses.size() > 2 || first.measure() != doses.get(1).measure()) return Optional.empty();
    boolean isOneSubstance =
        WORD.matcher(plain.substring(first.end()))
            .results()
            .anyMatch(w -> plain.startsWith(w.group()));
    return isOneSubstance ? Optional.of(first.plus(doses.get(1))) : Optional.empty();
  }

  /// `per ml`, `per gm` without a number.
  private static Optional<Dose> perUnit(String text) {
    Matcher per = Pattern.compile("\\bper (ml|gm|g|mg|mcg|unit)\\b").matcher(text);
    if (!per.find()) return Optional.empty();
    return Dose.in("1 " + per.group(1)).stream()
        .map(d -> new Dose(d.amount(), d.measure(), d.written(), per.start(), per.end()))
        .findFirst();
  }

  private static boolean isQualifier(String word) {
    return CONDITION.matcher(word).find()
        || Set.of(
                "biosimilar",
                "recombinant",
                "aqueous",
                "synthetic",
                "solvent",
                "sterile",
                "intravenous",
                "lyophilized")
            .contains(word);
  }

  private static Set<String> words(String name, Set<String> salts) {
    var words = new LinkedHashSet<String>();
    Matcher word = WORD.matcher(name);
    while (word.find()) {
      if (LITTLE.contains(word.group())) continue;
      if (SALTS.contains(word.group())) salts.add(word.group());
      else words.add(word.group());
    }
    if (words.isEmpty()) {
      words.addAll(salts);
      salts.clear();
    }
    return words;
  }
}
