package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A policy as somebody typed it, field by field.
///
/// @param payer short name in the payer directory
/// @param sequence PRIMARY, SECONDARY or TERTIARY
/// @param subscriberFirst empty for an employer, under workers' compensation
/// @param medicareSecond code of why Medicare pays second; empty unless Medicare is not first
/// @param through last day, empty for an open end
public record TypedCoverage(
    @Nullable String payer,
    @Nullable String sequence,
    @Nullable String plan,
    @Nullable String memberId,
    @Nullable String group,
    @Nullable String relationship,
    @Nullable String subscriberLast,
    @Nullable String subscriberFirst,
    @Nullable String subscriberBornOn,
    @Nullable String subscriberSex,
    @Nullable String accidentNumber,
    @Nullable String medicareSecond,
    @Nullable String from,
    @Nullable String through) {
  /// What is no member number whatever the payer.
  private static final Pattern MEMBER = Pattern.compile("[0-9A-Z][0-9A-Z-]{1,29}");

  /// Eleven characters whose letters leave out S, L, O, I, B and Z (CMS, "Understanding the
  /// Medicare Beneficiary Identifier (MBI) format").
  private static final Pattern MEDICARE =
      Pattern.compile(
          "[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9]"
              + "[AC-HJKMNP-RT-Y]{2}[0-9]{2}");

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(Coverage coverage) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// An empty form.
  public static TypedCoverage blank() {
    return new TypedCoverage("", "PRIMARY", "", "", "", "SELF", "", "", "", "", "", "", "", "");
  }

  /// Reads the fields.
  ///
  /// @param directory the payers one may choose
  /// @param today for birth dates
  public Read read(PatientId patient, List<Payer> directory, LocalDate today) {
    var fields = new TypedFields();
    var chosen = directory.stream().filter(p -> p.slug().equals(text(payer))).findFirst();
    if (chosen.isEmpty()) fields.fault("payer", "Choose a payer of the directory.");
    var readSequence = one(PayerSequence.class, "sequence", sequence, fields);
    var readRelationship = one(Relationship.class, "relationship", relationship, fields);
    var member = memberId(text(memberId), chosen.orElse(null), fields);
    String planName = fields.needed("plan", text(plan), "the plan's name as on the card");
    String readGroup = fields.optional("group", text(group));
    boolean isSelf = readRelationship == Relationship.SELF;
    PartyName subscriber = null;
    LocalDate born = null;
    Sex sex = null;
    if (!isSelf) {
      subscriber = subscriber(fields);
      born = fields.day("subscriberBornOn", text(subscriberBornOn)).orElse(null);
      if (born != null && born.isAfter(today)) {
        fields.fault("subscriberBornOn", "The birth date lies after today.");
      }
      sex = sex();
    }
    var second = medicareSecond(chosen.orElse(null), readSequence, fields);
    var days = CoverageDays.read(text(from), text(through), fields).orElse(null);
    String accident = fields.optional("accidentNumber", text(accidentNumber));
    if (!fields.faults().isEmpty()
        || chosen.isEmpty()
        || days == null
        || readSequence == null
        || readRelationship == null) {
      return new Read.Faulty(fields.faults());
    }
    return new Read.Whole(
        new Coverage(
            0,
            patient,
            chosen.get().id(),
            readSequence,
            planName,
            member,
            readGroup,
            readRelationship,
            subscriber,
            born,
            sex,
            null,
            accident,
            second,
            days));
  }

  /// A member number as it is written on the payer's cards.
  ///
  /// @param payer null when it is not known yet
  /// @param fields gets the fault, at the field `memberId`
  public static MemberId memberId(String typed, @Nullable Payer payer, TypedFields fields) {
    String member = typed.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
    memberFault(member, payer, fields);
    return MemberId.parse(member).orElse(new MemberId("--"));
  }

  /// Why Medicare pays second: asked for where it does, and nowhere else.
  private @Nullable MedicareSecondReason medicareSecond(
      @Nullable Payer payer, @Nullable PayerSequence sequence, TypedFields fields) {
    if (payer == null || sequence == null) return null;
    boolean isSecond = payer.filing().isMedicare() && sequence != PayerSequence.PRIMARY;
    boolean isTyped = !text(medicareSecond).isEmpty();
    if (!isSecond && !isTyped) return null;
    if (!isSecond) {
      fields.fault(
          "medicareSecond",
          payer.filing().isMedicare()
              ? "Medicare pays first here. Leave the reason empty, or choose that it pays second."
              : "Only Medicare is told why it pays second. Leave this empty.");
      return null;
    }
    var reason = MedicareSecondReason.ofCode(text(medicareSecond));
    if (reason.isEmpty()) {
      fields.fault(
          "medicareSecond",
          "Medicare is not first: choose why another insurance pays before it. Ask the patient why"
              + " they have Medicare, and whether they, or who insures them, work now.");
    }
    return reason.orElse(null);
  }

  private static void memberFault(String member, @Nullable Payer payer, TypedFields fields) {
    if (!MEMBER.matcher(member).matches()) {
      fields.fault(
          "memberId", "A member number has 2 to 30 letters, digits and hyphens, as on the card.");
      return;
    }
    if (payer == null) return;
    if (payer.filing().isMedicare() && !MEDICARE.matcher(member.replace("-", "")).matches()) {
      fields.fault(
          "memberId",
          "A Medicare number has eleven characters such as 1EG4TE5MK73, never the letters S, L, O,"
              + " I, B and Z.");
    }
    String shape = payer.memberIdPattern();
    if (shape != null && !fits(member, shape)) {
      fields.fault(
          "memberId",
          "%s's member numbers look otherwise (%s). Compare it with the card."
              .formatted(payer.name(), shape));
    }
  }

  private static boolean fits(String member, String shape) {
    try {
      return Pattern.matches(shape, member);
    } catch (PatternSyntaxException e) {
      return true; // a shape that nobody can read refuses nobody
    }
  }

  private PartyName subscriber(TypedFields fields) {
    String last = fields.needed("subscriberLast", text(subscriberLast), "the subscriber's name");
    String first = fields.optional("subscriberFirst", text(subscriberFirst));
    return first == null ? new OrganizationName(last) : new PersonName(last, first);
  }

  private @Nullable Sex sex() {
    return Arrays.stream(Sex.values())
        .filter(s -> s.name().equals(text(subscriberSex).strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  private static <E extends Enum<E>> @Nullable E one(
      Class<E> type, String field, @Nullable String value, TypedFields fields) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(text(value).strip().toUpperCase(Locale.ROOT))) return one;
    }
    fields.fault(field, "Choose one of the list.");
    return null;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
