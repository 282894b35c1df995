package org.cleanclaim.app.coverage;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.party.Contact;
import org.jspecify.annotations.Nullable;

/// The codes of a benefit (EB) in our own words. A code that no table knows is said as it is.
final class BenefitWords {
  private static final Map<String, List<String>> SERVICES = CodeWords.read("service-types.tsv");

  private BenefitWords() {}

  static String service(String code) {
    var row = SERVICES.get(code);
    return row == null ? "Service type " + code : row.get(1);
  }

  static String procedure(Benefit benefit) {
    return benefit.procedure().isEmpty()
        ? service("30")
        : "Code " + String.join(" ", benefit.procedure().subList(1, benefit.procedure().size()));
  }

  static String network(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "Y" -> "in network";
      case "N" -> "out of network";
      case "W" -> "in and out of network";
      default -> "network not said";
    };
  }

  /// The places of service that a benefit holds for; empty for all.
  static String place(Benefit benefit) {
    var places = benefit.placesOfService();
    return places.isEmpty() ? "" : "place of service " + String.join(", ", places);
  }

  static String who(@Nullable String code) {
    String word = code == null ? "" : code;
    return switch (word) {
      case "IND" -> "individual";
      case "FAM" -> "family";
      case "EMP" -> "employee only";
      case "ECH" -> "employee and children";
      case "ESP" -> "employee and spouse";
      case "SPC" -> "spouse and children";
      case "SPO" -> "spouse";
      case "CHD" -> "children";
      case "DEP" -> "dependents";
      case "" -> "";
      default -> word;
    };
  }

  static String period(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "7" -> "day";
      case "13" -> "24 hours";
      case "21" -> "years";
      case "22" -> "service year";
      case "23" -> "calendar year";
      case "24" -> "year to date";
      case "25" -> "contract";
      case "26" -> "episode";
      case "27" -> "visit";
      case "28" -> "outlier";
      case "29" -> "left";
      case "30" -> "exceeded";
      case "31" -> "not exceeded";
      case "32" -> "lifetime";
      case "33" -> "lifetime, left";
      case "34" -> "month";
      case "35" -> "week";
      case "36" -> "admission";
      case "" -> "";
      default -> "period " + code;
    };
  }

  static String authorization(Benefit benefit, String before) {
    return switch (benefit.authorizationRequired() == null ? "" : benefit.authorizationRequired()) {
      case "Y" -> "yes";
      case "N" -> before.equals("yes") ? before : "no";
      default -> before;
    };
  }

  /// A benefit that has no place of its own.
  static String sentence(Benefit benefit, String service, String network) {
    var words = new ArrayList<String>();
    words.add(kind(benefit.kindCode()));
    words.add(service);
    if (benefit.planName() != null) words.add(benefit.planName());
    add(words, who(benefit.coverageLevel()));
    if (benefit.inNetwork() != null) words.add(network);
    add(words, place(benefit));
    if (benefit.amount() != null) words.add("$" + benefit.amount().grouped());
    if (benefit.percent() != null) {
      words.add(
          benefit.percent().movePointRight(2).stripTrailingZeros().toPlainString() + " percent");
    }
    if (benefit.count() != null) {
      words.add(
          benefit.count().stripTrailingZeros().toPlainString()
              + " "
              + counted(benefit.countKind()));
    }
    add(words, period(benefit.timePeriod()));
    var days = benefit.planDays();
    if (!days.saysNothing()) words.add(days.inWords());
    for (var provider : benefit.providers()) {
      add(words, provider.name().display());
      for (var contact : provider.contacts()) add(words, contact(contact));
    }
    return String.join(", ", words);
  }

  private static String contact(Contact contact) {
    return contact.numbers().stream().map(Contact.Channel::value).collect(joining(", "));
  }

  private static void add(List<String> words, String word) {
    if (!word.isEmpty()) words.add(word);
  }

  private static String counted(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "VS" -> "visits";
      case "DY" -> "days";
      case "HS" -> "hours";
      case "MN" -> "months";
      case "FL" -> "units";
      case "P6" -> "services";
      default -> code == null ? "" : code;
    };
  }

  private static String kind(String code) {
    return switch (code) {
      case "1" -> "Active";
      case "2", "3", "4" -> "Active, paid by the head";
      case "5" -> "Active, still looked into";
      case "6" -> "Not active";
      case "7", "8" -> "Not active, still looked into";
      case "A" -> "Coinsurance";
      case "B" -> "Copayment";
      case "C" -> "Deductible";
      case "D" -> "Benefit";
      case "E" -> "Exclusion";
      case "F" -> "Limit";
      case "G" -> "Out of pocket";
      case "H" -> "Unlimited";
      case "I" -> "Not covered";
      case "J" -> "Cost containment";
      case "K" -> "Reserve";
      case "L" -> "Primary care provider";
      case "M" -> "Waiting period for an existing condition";
      case "MC" -> "Managed care coordinator";
      case "N" -> "Restricted to a provider";
      case "O" -> "Not medically necessary";
      case "P" -> "Disclaimer of benefits";
      case "Q" -> "Second opinion wanted";
      case "R" -> "Another payer";
      case "S" -> "Earlier year";
      case "T" -> "Card reported lost";
      case "U" -> "Ask this entity for more";
      case "V" -> "Cannot be worked";
      case "W" -> "Another source of data";
      case "X" -> "Health care facility";
      case "Y" -> "Spend down";
      case "CB" -> "Coverage basis";
      default -> "Statement " + code;
    };
  }
}
