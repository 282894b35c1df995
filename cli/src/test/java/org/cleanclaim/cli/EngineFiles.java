package org.cleanclaim.cli;

/// Invented tables, plans and claims: the same claims in each form.
final class EngineFiles {
  static final String OUTPATIENT_RATES =
      """
      HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source
      G0463,,V,130.00,false,2031-04
      A4000,,N,,false,2031-04
      """;
  static final String SURGERY_RATES =
      """
      hcpcs,addendum,indicator,rate,subject_to_discount,device_offset
      G0105,AA,A2,1000.0,1,
      G0121,AA,A2,800.0,1,
      """;
  static final String SURGERY_WAGES = "cbsa,wage_index\n18140,1.0\n";
  static final String SURGERY_PAIRS =
      "device,procedure,percent_multiplier,effective,end\nC1713,G0105,0.5,20310101,20991231\n";
  static final String STAY_WEIGHTS =
      "drg,weight,gmlos,low,amlos,post_acute,special_pay\n470,2.0000,2.0,,2.5,,\n";
  static final String STAY_WAGES =
      """
      cbsa_or_state,size,effective,wage_index_1,wage_index_2,wage_index_3,name
      12345,,20201001,1.0000,1.0000,0.0000,Somewhere
      """;
  static final String STAY_RATES =
      "table,national_labor,national_nonlabor,when\n3,3696.01,2265.30,\n";
  static final String HOSPITAL =
      """
      {"provider_no":"990001","npi":"1234567893","eff_date":"20201001","provider_type":"00",
       "state_code":"99","cbsa_geo":"12345","spec_pay_ind":"N","supp_wi_ind":"1","supp_wi":1.0,
       "cola":1.0,"bed_size":200,"oper_ccr":0.4,"capi_ccr":0.04,"capi_pay_code":"B",
       "hosp_qual_ind":"1","vbp_part":"N","hrr_ind":"0"}
      """;

  static final String PLAN =
      """
      plan: Gold
      from: 2026-01-01
      tiers:
        in_network:
          deductible: {individual: 50.00}
          others: {coinsurance: 0.20}
          categories: {office: {copay: 30.00}}
      categories: {office: [99202-99215]}
      members: [{id: M1, from: 2026-01-01}]
      """;
  static final String CONTRACT =
      """
      contract: Test
      from: 2026-01-01
      terms:
        - {name: visits, codes: [99213], pays: {fees: {99213: 90.00}}}
        - {name: repairs, codes: [12001], pays: {percent_of_charge: 0.50}}
      """;

  /// Allowed 90 and 100; copay 30, deductible 50 and coinsurance 10; paid 60 and 40.
  static final String VISITS_837 =
      x12(
          "005010X222A1",
          "P",
          """
          CLM*C1*350***11:B:1*Y*A*Y*Y~
          HI*ABK:E1122~
          LX*1~
          SV1*HC:99213*150*UN*1***1~
          DTP*472*D8*20260302~
          LX*2~
          SV1*HC:12001*200*UN*1***1~
          DTP*472*D8*20260302~
          """);

  static final String VISITS_FHIR =
      fhir(
          "C1",
          "professional",
          """
          "diagnosis":[{"sequence":1,"diagnosisCodeableConcept":{"coding":[{"code":"E11.22"}]}}],
          "item":[
           {"servicedDate":"2026-03-02","productOrService":{"coding":[{"code":"99213"}]},
            "locationCodeableConcept":{"coding":[{"code":"11"}]},"net":{"value":150.00}},
           {"servicedDate":"2026-03-02","productOrService":{"coding":[{"code":"12001"}]},
            "locationCodeableConcept":{"coding":[{"code":"11"}]},"net":{"value":200.00}}]
          """);
  static final String VISITS_CSV =
      """
      claim,member,code,units,pos,dos,charge,diagnoses
      C1,M1,99213,1,11,2026-03-02,150.00,E11.22
      C1,M1,12001,1,11,2026-03-02,200.00,E11.22
      """;
  static final String VISITS_JSON =
      """
      {"claim":"C1","member":"M1","dos":"2026-03-02","pos":"11","diagnoses":["E11.22"],
       "lines":[{"code":"99213","charge":150.00},{"code":"12001","charge":"200.00"}]}
      """;

  static final String OUTPATIENT_837 =
      x12(
          "005010X223A2",
          "I",
          """
          CLM*A*500***13:A:1**A*Y*Y~
          DTP*434*RD8*20310501-20310501~
          CL1*3*1*01~
          HI*ABK:I10~
          LX*1~
          SV2*0510*HC:G0463*500*UN*2~
          DTP*472*D8*20310501~
          """);
  static final String OUTPATIENT_FHIR =
      fhir(
          "A",
          "institutional",
          """
          "subType":{"coding":[{"code":"131"}]},
          "billablePeriod":{"start":"2031-05-01","end":"2031-05-01"},
          "item":[{"servicedDate":"2031-05-01","revenue":{"coding":[{"code":"0510"}]},
            "productOrService":{"coding":[{"code":"G0463"}]},"quantity":{"value":2},
            "net":{"value":500.00}}]
          """);
  static final String LINES_CSV =
      """
      claim,kind,code,modifiers,units,pos,dos,charge,zip
      A,outpatient,G0463,,2,22,2031-05-01,500,
      """;
  static final String LINES_JSON =
      """
      [{"claim":"A","kind":"outpatient","dos":"2031-05-01",
        "lines":[{"code":"G0463","units":2,"charge":"500"}]}]
      """;

  /// Two procedures of a day in a center: the second by half, never more than charged.
  static final String SURGERY_837 =
      x12(
              "005010X222A1",
              "P",
              """
              CLM*B*4000***24:B:1*Y*A*Y*Y~
              HI*ABK:Z1211~
              LX*1~
              SV1*HC:G0105*2000*UN*1***1~
              DTP*472*D8*20310501~
              LX*2~
              SV1*HC:G0105:59*2000*UN*1***1~
              DTP*472*D8*20310501~
              """)
          .replace("HL*1**20*1~\n", "HL*1**20*1~\nPRV*BI*PXC*261QA1903X~\n")
          .replace("SE*26", "SE*27");

  static final String STAY_837 =
      x12(
          "005010X223A2",
          "I",
          """
          CLM*S1*30000***11:A:1**A*Y*Y~
          DTP*434*RD8*20260301-20260304~
          DTP*435*DT*202603010900~
          CL1*3*1*01~
          HI*ABK:I214:::::::Y~
          HI*ABF:N179:::::::N~
          LX*1~
          SV2*0120**30000*UN*3~
          DTP*472*RD8*20260301-20260304~
          """);
  static final String STAY_FHIR =
      fhir(
          "S1",
          "institutional",
          """
          "subType":{"coding":[{"code":"111"}]},
          "billablePeriod":{"start":"2026-03-01","end":"2026-03-04"},
          "supportingInfo":[
            {"category":{"coding":[{"code":"discharge-status"}]},"code":{"coding":[{"code":"01"}]}}],
          "diagnosis":[
            {"sequence":1,"diagnosisCodeableConcept":{"coding":[{"code":"I21.4"}]},
             "onAdmission":{"coding":[{"code":"y"}]}},
            {"sequence":2,"diagnosisCodeableConcept":{"coding":[{"code":"N17.9"}]},
             "onAdmission":{"coding":[{"code":"n"}]}}],
          "item":[{"servicedDate":"2026-03-01","revenue":{"coding":[{"code":"0120"}]},
            "net":{"value":30000.00}}]
          """);
  static final String STAY_CSV =
      """
      id,dob,sex,status,admitted,discharged,principal,secondaries,procedures
      S1,1950-05-05,F,01,2026-03-01,2026-03-04,I21.4:Y,N17.9:N,
      """;
  static final String STAY_JSON =
      """
      {"id":"S1","dob":"1950-05-05","sex":"F","status":"01","admitted":"2026-03-01",
       "discharged":"2026-03-04","principal":"I21.4:Y","secondaries":["N17.9:N"]}
      """;
  static final String PRICED_STAY_837 =
      STAY_837
          .replace("20260301", "20210301")
          .replace("20260304", "20210304")
          .replace("HI*ABF:N179:::::::N~\n", "HI*DR:470~\n")
          .replace("30000", "1000");

  static final String MEMBERS_CSV =
      """
      member,dob,sex,diagnoses,orec,dual
      M1,1950-05-05,F,E11.22,0,NA
      """;
  static final String MEMBERS_JSON =
      """
      [{"member":"M1","dob":"1950-05-05","sex":"F","diagnoses":["E11.22"]}]
      """;

  private EngineFiles() {}

  private static String fhir(String id, String type, String rest) {
    return """
    {"resourceType":"Bundle","type":"collection","entry":[
     {"fullUrl":"urn:p","resource":{"resourceType":"Patient","id":"p","gender":"female",
       "birthDate":"1950-05-05","name":[{"family":"Test","given":["Pat"]}]}},
     {"fullUrl":"urn:c","resource":{"resourceType":"Coverage","id":"c","subscriberId":"M1",
       "relationship":{"coding":[{"code":"self"}]},"type":{"coding":[{"code":"512"}]}}},
     {"resource":{"resourceType":"Claim","id":"%s","identifier":[{"value":"%s"}],
       "type":{"coding":[{"code":"%s"}]},
       "patient":{"reference":"urn:p"},
       "insurer":{"display":"A PAYER","identifier":{"value":"P1"}},
       "provider":{"display":"A CLINIC","identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}},
       "insurance":[{"sequence":1,"focal":true,"coverage":{"reference":"urn:c"}}],
       %s}}]}
    """
        .formatted(id, id, type, rest.strip());
  }

  private static String x12(String guide, String part, String claim) {
    String transaction =
        """
        ST*837*0001*%s~
        BHT*0019*00*1*20260305*0900*CH~
        NM1*41*2*A CLINIC*****46*CLINIC~
        PER*IC*BILLING*TE*6145550101~
        NM1*40*2*A PAYER*****46*P1~
        HL*1**20*1~
        NM1*85*2*A CLINIC*****XX*1234567893~
        N3*1 TEST STREET~
        N4*MARLOW*OH*432150001~
        REF*EI*471852369~
        HL*2*1*22*0~
        SBR*P*18*******%s~
        NM1*IL*1*TEST*PAT****MI*M1~
        N3*1 TEST STREET~
        N4*MARLOW*OH*432150001~
        DMG*D8*19500505*F~
        NM1*PR*2*A PAYER*****PI*P1~
        """
                .formatted(guide, part.equals("I") ? "MA" : "CI")
            + claim;
    long segments = transaction.lines().count() + 1;
    return """
    ISA*00*          *00*          *ZZ*CLINIC         *ZZ*P1             *260305*0900*^*00501*000000001*0*T*:~
    GS*HC*CLINIC*P1*20260305*0900*1*X*%s~
    %sSE*%d*0001~
    GE*1*1~
    IEA*1*000000001~
    """
        .formatted(guide, transaction, segments);
  }
}
