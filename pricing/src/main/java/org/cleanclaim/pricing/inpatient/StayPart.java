package org.cleanclaim.pricing.inpatient;

/// What a stay's payment is made of.
public enum StayPart {
  FEDERAL("operating, federal rate", "42 CFR 412.64"),
  OWN_RATE("more by the hospital's own rate", "42 CFR 412.92, 412.108"),
  TEACHING("indirect medical education", "42 CFR 412.105"),
  SHARE("disproportionate share, a quarter", "42 CFR 412.106"),
  OUTLIER("outlier, operating", "42 CFR 412.84"),
  UNCOMPENSATED_CARE("uncompensated care per claim", "42 CFR 412.106(g)"),
  NEW_TECHNOLOGY("new technology and new COVID-19 treatments", "42 CFR 412.88"),
  ISLET_CELLS("isolation of islet cells", "Claims Processing Manual, chapter 32, section 70"),
  CAPITAL("capital, federal rate", "42 CFR 412.308, 412.312"),
  CAPITAL_SHARE("capital, disproportionate share", "42 CFR 412.320"),
  CAPITAL_TEACHING("capital, indirect medical education", "42 CFR 412.322"),
  CAPITAL_OUTLIER("outlier, capital", "42 CFR 412.312(c)"),
  LOW_VOLUME("low-volume hospital", "42 CFR 412.101"),
  READMISSIONS("readmissions reduction program", "42 CFR 412.154"),
  VALUE_PURCHASING("value-based purchasing", "42 CFR 412.162"),
  ACQUIRED_CONDITIONS("hospital-acquired conditions, one percent", "42 CFR 412.172");

  private final String title;
  private final String source;

  StayPart(String title, String source) {
    this.title = title;
    this.source = source;
  }

  public String title() {
    return title;
  }

  /// The regulation that it rests on.
  public String source() {
    return source;
  }
}
