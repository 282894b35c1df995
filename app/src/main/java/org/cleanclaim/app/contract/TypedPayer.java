package org.cleanclaim.app.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.identifier.PayerId;
import org.jspecify.annotations.Nullable;

/// A payer of the directory as somebody typed it, field by field.
///
/// @param filing code of the kind of payer (SBR09), such as CI or MB
/// @param memberIdPattern regular expression, empty for none
public record TypedPayer(
    @Nullable String name,
    @Nullable String claimsNumber,
    @Nullable String filing,
    @Nullable String timelyFilingDays,
    @Nullable String memberIdPattern,
    @Nullable String addressLine,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String appealsAddressLine,
    @Nullable String appealsCity,
    @Nullable String appealsState,
    @Nullable String appealsPostalCode,
    @Nullable String claimsPhone,
    @Nullable String eligibilityPhone,
    @Nullable String authorizationPhone,
    @Nullable String portal,
    @Nullable String usualAnswerDays) {
  private static final Pattern PHONE =
      Pattern.compile("1?[-. ]?\\(?[2-9][0-9]{2}\\)?[-. ]?[2-9][0-9]{2}[-. ]?[0-9]{4}");

  /// The fields of a payer on file.
  public static TypedPayer of(Payer payer, PayerContact contact) {
    var appeals = contact.appealsAddress();
    return new TypedPayer(
        payer.name(),
        payer.electronicId().value(),
        payer.filing().code(),
        Integer.toString(payer.timelyFilingDays()),
        payer.memberIdPattern(),
        contact.addressLine(),
        contact.city(),
        contact.state(),
        contact.postalCode(),
        appeals == null ? "" : appeals.line1(),
        appeals == null ? "" : appeals.city(),
        appeals == null ? "" : appeals.state(),
        appeals == null ? "" : appeals.postalCode(),
        contact.claimsPhone(),
        contact.eligibilityPhone(),
        contact.authorizationPhone(),
        contact.portal(),
        contact.usualAnswerDays() == null ? "" : contact.usualAnswerDays().toString());
  }

  /// What is wrong, a sentence for each field, by its name; empty when all can be.
  public Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    if (text(name).isEmpty()) faults.put("name", "Enter the payer's name.");
    if (!text(claimsNumber).matches("[0-9A-Za-z]{2,20}")) {
      faults.put("claimsNumber", "The number for claims has 2 to 20 letters and digits.");
    }
    if (FilingIndicator.ofCode(text(filing)).isEmpty()) {
      faults.put("filing", "Choose the kind of payer.");
    }
    if (!text(timelyFilingDays).matches("[1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-5]0")) {
      faults.put("timelyFilingDays", "Days from the service, 1 to 3650.");
    }
    try {
      Pattern.compile(text(memberIdPattern));
    } catch (PatternSyntaxException e) {
      faults.put("memberIdPattern", "This is no regular expression: " + e.getDescription() + ".");
    }
    place(faults, "state", state, "postalCode", postalCode);
    place(faults, "appealsState", appealsState, "appealsPostalCode", appealsPostalCode);
    if (text(appealsAddressLine).isEmpty() != text(appealsCity).isEmpty()) {
      faults.put("appealsCity", "An address has a street or box and a city.");
    }
    phone(faults, "claimsPhone", claimsPhone);
    phone(faults, "eligibilityPhone", eligibilityPhone);
    phone(faults, "authorizationPhone", authorizationPhone);
    if (!text(portal).matches("(https?://\\S+)?")) {
      faults.put("portal", "An address begins with https://.");
    }
    if (!text(usualAnswerDays).matches("([1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-5])?")) {
      faults.put("usualAnswerDays", "Days, 1 to 365, or nothing.");
    }
    return faults;
  }

  private static void place(
      Map<String, String> faults,
      String stateField,
      @Nullable String state,
      String zipField,
      @Nullable String postalCode) {
    if (!text(state).matches("([A-Z]{2})?")) {
      faults.put(stateField, "A state is written in two letters such as OH.");
    }
    if (!zip(postalCode).matches("([0-9]{5}([0-9]{4})?)?")) {
      faults.put(zipField, "A ZIP code has five digits, or nine.");
    }
  }

  private static void phone(Map<String, String> faults, String field, @Nullable String value) {
    String plain = text(value).replaceAll("\\s*(ext\\.?|x)\\s*[0-9]{1,6}$", "");
    if (!plain.isEmpty() && !PHONE.matcher(plain).matches()) {
      faults.put(field, "A phone number has ten digits such as 614-555-0142, and may end in x12.");
    }
  }

  /// The payer with these fields, which have no fault.
  ///
  /// @param before as it is on file
  public Payer payer(Payer before) {
    return new Payer(
        before.id(),
        before.slug(),
        text(name),
        new PayerId(text(claimsNumber)),
        FilingIndicator.ofCode(text(filing)).orElseThrow(),
        Integer.parseInt(text(timelyFilingDays)),
        Optional.of(text(memberIdPattern)).filter(shape -> !shape.isEmpty()).orElse(null),
        before.authorizationRequired());
  }

  /// Where it sits and whom to call, from fields that have no fault.
  public PayerContact contact() {
    return new PayerContact(
        text(addressLine),
        text(city),
        text(state),
        zip(postalCode),
        PayerContact.address(
            text(appealsAddressLine),
            text(appealsCity),
            text(appealsState),
            zip(appealsPostalCode)),
        text(claimsPhone),
        text(eligibilityPhone),
        text(authorizationPhone),
        text(portal),
        text(usualAnswerDays).isEmpty() ? null : Integer.valueOf(text(usualAnswerDays)));
  }

  private static String zip(@Nullable String postalCode) {
    return text(postalCode).replace("-", "");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
