package org.cleanclaim.kernel.authorization;

import java.util.List;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Participant;
import org.jspecify.annotations.Nullable;

/// A patient event (2000E) with its services (2000F), or one of those services.
///
/// @param traces numbers of the request (TRN)
/// @param asked what is asked for (UM)
/// @param decision the reviewer's (HCR)
/// @param codes diagnoses and codes of information asked for (HI)
/// @param delivery how often and how long (HSD)
/// @param service of a service level (SV1, SV2, SV3)
/// @param admission of an event (CL1)
/// @param providers of the event or service
/// @param services of an event; empty for a service
public record ReviewItem(
    List<Trace> traces,
    @Nullable Asked asked,
    @Nullable Decision decision,
    List<InformationCode> codes,
    @Nullable Delivery delivery,
    @Nullable RequestedService service,
    @Nullable Admission admission,
    Particulars particulars,
    List<String> messages,
    List<AuthorizationReview.Rejection> rejections,
    List<Participant> providers,
    List<ReviewItem> services) {
  public ReviewItem {
    traces = List.copyOf(traces);
    codes = List.copyOf(codes);
    messages = List.copyOf(messages);
    rejections = List.copyOf(rejections);
    providers = List.copyOf(providers);
    services = List.copyOf(services);
  }

  /// @param kind TRN01: 1 ours, 2 that of the request
  /// @param originator TRN03
  /// @param supplement TRN04
  public record Trace(String kind, String number, String originator, @Nullable String supplement) {
    public Trace(String kind, String number, String originator) {
      this(kind, number, originator, null);
    }
  }

  /// @param category UM01: AR admission, HS health services, SC specialty care, IN individual
  /// @param certificationType UM02: I initial, R renewal, S revised, 3 cancel ...
  /// @param serviceType UM03
  /// @param facilityCode UM04-1
  /// @param facilityList UM04-2: A bill type, B place of service
  /// @param urgency UM06: 03 emergency, U urgent, E elective
  /// @param releaseOfInformation UM09
  /// @param delayReason UM10
  public record Asked(
      String category,
      @Nullable String certificationType,
      @Nullable String serviceType,
      @Nullable String facilityCode,
      @Nullable String facilityList,
      @Nullable String urgency,
      @Nullable String releaseOfInformation,
      @Nullable String delayReason) {}

  /// @param code HCR01: A1 certified, A2 partly, A3 not certified, A4 pended, A6 modified, CT ...
  /// @param authorizationNumber HCR02
  /// @param reasonCode HCR03
  public record Decision(
      String code, @Nullable String authorizationNumber, @Nullable String reasonCode) {}

  /// @param quantityKind HSD01: VS visits, DY days ...
  /// @param periodKind HSD05
  public record Delivery(
      @Nullable String quantityKind,
      @Nullable String quantity,
      @Nullable String frequencyUnit,
      @Nullable String frequency,
      @Nullable String periodKind,
      @Nullable String periods) {}

  /// @param segment SV1, SV2 or SV3
  /// @param procedure list, code and modifiers as sent
  public record RequestedService(
      String segment,
      @Nullable String revenueCode,
      List<String> procedure,
      @Nullable String amount,
      @Nullable String unit,
      @Nullable String quantity) {
    public RequestedService {
      procedure = List.copyOf(procedure);
    }
  }
}
