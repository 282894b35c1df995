package org.cleanclaim.kernel.remittance;

/// How the money moves (BPR04).
public enum PaymentMethod {
  ACH("ACH"),
  CHECK("CHK"),
  WIRE("FWT"),
  BANK_TRANSFER("BOP"),
  NON_PAYMENT("NON");

  private final String code;

  PaymentMethod(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static PaymentMethod ofCode(String code) {
    for (PaymentMethod method : values()) {
      if (method.code.equals(code)) return method;
    }
    return CHECK;
  }
}
