package org.cleanclaim.app.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// How names, addresses and dates are written on paper forms (NUCC instructions: no punctuation in
/// addresses, last name, first name and middle initial apart by commas).
final class FormWords {
  private static final Set<String> OTHER_NUMBERS = Set.of("0B", "1G", "G2", "LU");

  private FormWords() {}

  /// Last name, first name, middle initial.
  static String comma(PartyName name) {
    return switch (name) {
      case OrganizationName organization -> organization.name();
      case PersonName person -> {
        String last =
            person.suffix() == null ? person.last() : person.last() + " " + person.suffix();
        yield Stream.of(last, person.first(), initial(person))
            .filter(s -> s != null && !s.isEmpty())
            .collect(Collectors.joining(", "));
      }
    };
  }

  /// First name, middle initial, last name.
  static String natural(PartyName name) {
    return switch (name) {
      case OrganizationName organization -> organization.name();
      case PersonName person ->
          Stream.of(person.first(), initial(person), person.last(), person.suffix())
              .filter(s -> s != null && !s.isEmpty())
              .collect(Collectors.joining(" "));
    };
  }

  private static @Nullable String initial(PersonName person) {
    return person.middle() == null || person.middle().isEmpty()
        ? null
        : person.middle().substring(0, 1);
  }

  /// Both lines of the street.
  static String street(@Nullable Address address) {
    if (address == null) return "";
    return bare(
        address.line2() == null ? address.line1() : address.line1() + " " + address.line2());
  }

  /// City, state and ZIP code on one line.
  static String town(@Nullable Address address) {
    if (address == null) return "";
    return Stream.of(address.city(), address.state(), zip(address))
        .filter(s -> s != null && !s.isBlank())
        .map(FormWords::bare)
        .collect(Collectors.joining(" "));
  }

  static String zip(@Nullable Address address) {
    if (address == null || address.postalCode() == null) return "";
    String code = address.postalCode();
    return code.length() == 9 ? code.substring(0, 5) + "-" + code.substring(5) : code;
  }

  /// Name, street and town below each other.
  static List<String> block(PartyName name, @Nullable Address address) {
    return List.of(natural(name), street(address), town(address));
  }

  /// Without the punctuation that readers of forms stumble over.
  static String bare(String text) {
    return text.replaceAll("[.,;:'\"]", "").replaceAll(" {2,}", " ").strip();
  }

  static @Nullable QualifiedDate date(Claim claim, String... qualifiers) {
    for (String qualifier : qualifiers) {
      for (QualifiedDate date : claim.particulars().dates()) {
        if (date.qualifier().equals(qualifier)) return date;
      }
    }
    return null;
  }

  static @Nullable LocalDate from(@Nullable QualifiedDate date) {
    return date == null ? null : date.from();
  }

  static @Nullable LocalDate through(@Nullable QualifiedDate date) {
    return date == null ? null : date.through();
  }

  /// The hour alone, of a time that was sent with minutes.
  static String hour(Claim claim, String qualifier) {
    var date =
        claim.particulars().dates().stream()
            .filter(d -> d.qualifier().equals(qualifier) && d.time() != null)
            .findFirst();
    return date.map(d -> String.valueOf(d.time()))
        .filter(t -> t.length() >= 2)
        .map(t -> t.substring(0, 2))
        .orElse("");
  }

  /// A number of a provider beside the NPI that forms have a place for.
  static @Nullable Reference otherNumber(Provider provider) {
    for (Reference reference : provider.secondaryIds()) {
      if (OTHER_NUMBERS.contains(reference.qualifier())) return reference;
    }
    return null;
  }

  /// The number of a policy: its group's, else its member's.
  static @Nullable String policy(Subscriber insured) {
    if (insured.groupNumber() != null) return insured.groupNumber();
    return insured.memberId() == null ? null : insured.memberId().value();
  }

  static String modifiers(List<Modifier> modifiers, String between) {
    return modifiers.stream().map(Modifier::value).collect(Collectors.joining(between));
  }

  static String units(BigDecimal units) {
    return units.stripTrailingZeros().toPlainString();
  }

  /// A text in parts of at most so many characters, broken between words.
  static List<String> wrapped(String text, int first, int others) {
    var parts = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.strip().split(" +")) {
      int room = parts.isEmpty() ? first : others;
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        parts.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) line.append(' ');
      line.append(word);
    }
    if (!line.isEmpty()) parts.add(line.toString());
    return parts;
  }
}
