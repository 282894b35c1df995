package org.cleanclaim.bench;

/// The one to six services of a claim, no one twice: a visit and what was done besides.
final class ServiceLines {
  static final int MOST = 6;

  private final Service[] services = new Service[MOST];
  private final String[] modifiers = new String[MOST];
  private final int[] units = new int[MOST];
  private int count;
  private long total;
  private boolean hasLaboratory;

  void draw(Dice dice, String placeOfService) {
    count = dice.rather(1, MOST);
    total = 0;
    hasLaboratory = false;
    int start = dice.below(Service.others());
    for (int i = 0; i < count; i++) {
      Service service = i == 0 ? Service.visitAt(dice, placeOfService) : Service.other(start + i);
      services[i] = service;
      units[i] = dice.between(1, service.mostUnits());
      modifiers[i] = service.modifier();
      if (service.kind() == Service.Kind.LABORATORY) hasLaboratory = true;
      total += charge(i);
    }
    if (count > 1) modifiers[0] = "25";
    if (placeOfService.equals("10")) modifiers[0] = count > 1 ? "25" : "95";
  }

  int count() {
    return count;
  }

  /// What all lines charge, in cents.
  long total() {
    return total;
  }

  boolean hasLaboratory() {
    return hasLaboratory;
  }

  Service service(int line) {
    return services[line];
  }

  int units(int line) {
    return units[line];
  }

  /// In cents.
  long charge(int line) {
    return services[line].charge() * units[line];
  }

  /// The composite of SV101, SVC01 and SVD03.
  void procedure(SegmentBuffer out, int line) {
    out.element("HC").component(services[line].code()).component(modifiers[line]);
  }
}
