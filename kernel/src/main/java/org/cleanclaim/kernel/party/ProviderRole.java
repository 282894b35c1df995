package org.cleanclaim.kernel.party;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a provider did on a claim (NM101 of the provider loops).
public enum ProviderRole {
  BILLING("85", "Billing provider"),
  PAY_TO("87", "Pay-to provider"),
  RENDERING("82", "Rendering provider"),
  REFERRING("DN", "Referring provider"),
  PRIMARY_CARE("P3", "Primary care provider"),
  SUPERVISING("DQ", "Supervising provider"),
  ORDERING("DK", "Ordering provider"),
  PURCHASED_SERVICE("QB", "Purchased service provider"),
  SERVICE_FACILITY("77", "Service facility"),
  ATTENDING("71", "Attending provider"),
  OPERATING("72", "Operating physician"),
  OTHER_OPERATING("ZZ", "Other operating physician"),
  ASSISTANT_SURGEON("DD", "Assistant surgeon"),
  AMBULANCE_PICKUP("PW", "Ambulance pick-up"),
  AMBULANCE_DROPOFF("45", "Ambulance drop-off");

  private static final Map<String, ProviderRole> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProviderRole::code, c -> c));

  private final String code;
  private final String title;

  ProviderRole(String code, String title) {
    this.code = code;
    this.title = title;
  }

  public String code() {
    return code;
  }

  /// In words.
  public String title() {
    return title;
  }

  public static Optional<ProviderRole> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
