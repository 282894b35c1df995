package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Operations on coronary arteries, whose body part is the number of arteries treated (Official
/// Guidelines B4.4), and of bypasses the number bypassed to, by what they come from (B3.6b, B3.6c).
final class CoronaryArteries {
  private static final List<Pattern> ARTERIES =
      List.of(
          Pattern.compile("\\b(?:lad|left anterior descending)\\b"),
          Pattern.compile("\\b(?:diagonal|d1|d2)\\b"),
          Pattern.compile("\\b(?:lcx|circumflex|cx)\\b"),
          Pattern.compile("\\b(?:obtuse marginal|om1|om2|om)\\b"),
          Pattern.compile("\\b(?:ramus(?: intermedius)?)\\b"),
          Pattern.compile("\\b(?:left main|lmca)\\b"),
          Pattern.compile("\\b(?:rca|right coronary)\\b"),
          Pattern.compile("\\b(?:pda|posterior descending)\\b"),
          Pattern.compile("\\b(?:plv|posterolateral|pl branch)\\b"));
  private static final List<String> NUMBERS = List.of("One", "Two", "Three", "Four or More");
  private static final Pattern BYPASS =
      Pattern.compile("\\b(?:cabg|coronary (?:artery )?bypass)\\b|\\bcabg ?x ?\\d");
  private static final Pattern CONDUIT =
      Pattern.compile(
          "\\b(?:(?<left>lima|left internal (?:mammary|thoracic)(?: artery)?)|(?<right>rima|right"
              + " internal (?:mammary|thoracic)(?: artery)?)|(?<vein>svg|rsvg|(?:reversed?"
              + " )?(?:greater )?saphenous vein(?: grafts?)?|vein grafts?)|(?<radial>radial"
              + " artery(?: graft)?))\\b");
  private static final Pattern STENTS =
      Pattern.compile(
          "\\b(?<number>two|2|three|3|four|4|five|5)(?: [\\w-]+){0,3} stents\\b|\\bstents? ?x"
              + " ?(?<times>\\d)\\b|(?<many>\\bstents\\b)");
  private static final Pattern STENT = Pattern.compile("\\bstent\\w*");
  private static final Pattern DRUG = Pattern.compile("\\b(?:drug[- ]eluting|des)\\b");
  private static final String LEAD_ON = "\\W{1,3}to\\b";

  private CoronaryArteries() {}

  /// Whether the words name a bypass of coronary arteries.
  static boolean isBypass(String lower) {
    return BYPASS.matcher(lower).find();
  }

  /// One for each way of grafting: a pedicled mammary artery needs no device, a free vein or artery
  /// comes from the aorta.
  static List<Meant> bypasses(String line) {
    Map<List<String>, Integer> arteries = new LinkedHashMap<>();
    Matcher conduit = CONDUIT.matcher(line);
    int at = 0;
    while (conduit.find(at)) {
      at = conduit.end();
      Matcher to = Pattern.compile(LEAD_ON).matcher(line).region(at, line.length());
      if (!to.lookingAt()) continue;
      int next = conduit.find(to.end()) ? conduit.start() : line.length();
      int count = count(line.substring(to.end(), next));
      if (count > 0) arteries.merge(from(line.substring(0, at)), count, Integer::sum);
      at = next;
    }
    var meant = new ArrayList<Meant>();
    arteries.forEach((from, count) -> {
      var values = new ArrayList<>(from);
      values.add(number(count));
      meant.add(Meant.of("021", values));
    });
    return meant.isEmpty() ? List.of(Meant.of("021", List.of())) : meant;
  }

  /// Device and qualifier of the conduit whose name ends the text.
  private static List<String> from(String text) {
    String kind = "";
    Matcher conduit = CONDUIT.matcher(text);
    while (conduit.find()) {
      kind =
          conduit.group("left") != null
              ? "left"
              : conduit.group("right") != null
                  ? "right"
                  : conduit.group("vein") != null ? "vein" : "";
    }
    return switch (kind) {
      case "left" -> List.of("No Device", "Internal Mammary, Left");
      case "right" -> List.of("No Device", "Internal Mammary, Right");
      case "vein" -> List.of("Autologous Venous Tissue", "Aorta");
      default -> List.of("Autologous Arterial Tissue", "Aorta");
    };
  }

  /// Arteries and stents of a dilation, as far as the words tell them.
  static List<String> dilated(String named, String described) {
    var values = new ArrayList<String>();
    int arteries = count(named) > 0 ? count(named) : count(described);
    if (arteries > 0) values.add(number(arteries));
    stents(named)
        .or(() -> stents(described))
        .ifPresent(number -> values.add(device(named + ' ' + described, number)));
    if (!STENT.matcher(named + ' ' + described).find()) values.add("No Device");
    return values;
  }

  private static String device(String text, int stents) {
    String device =
        DRUG.matcher(text).find() ? "Intraluminal Device, Drug-eluting" : "Intraluminal Device";
    return stents == 1 ? device : device + ", " + NUMBERS.get(Math.min(stents, 4) - 1);
  }

  /// How many stents; empty where none is named, or several without a number.
  private static Optional<Integer> stents(String lower) {
    Matcher many = STENTS.matcher(lower);
    if (many.find()) {
      String number = many.group("number") != null ? many.group("number") : many.group("times");
      return Optional.ofNullable(number).map(CoronaryArteries::value);
    }
    return STENT.matcher(lower).find() ? Optional.of(1) : Optional.empty();
  }

  /// Whether there are several stents and nobody says how many.
  static boolean hasUncountedStents(String named, String described) {
    Matcher many = STENTS.matcher(named + " . " + described);
    return many.find() && many.group("many") != null;
  }

  private static int value(String number) {
    int word = List.of("one", "two", "three", "four", "five").indexOf(number);
    return word >= 0 ? word + 1 : Integer.parseInt(number);
  }

  private static int count(String lower) {
    return (int) ARTERIES.stream().filter(artery -> artery.matcher(lower).find()).count();
  }

  private static String number(int arteries) {
    return "Coronary Artery, "
        + NUMBERS.get(Math.min(arteries, 4) - 1)
        + (arteries == 1 ? " Artery" : " Arteries");
  }
}
