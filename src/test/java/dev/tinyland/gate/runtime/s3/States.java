package dev.tinyland.gate.runtime.s3;

/** Bodies of states, full of what must never be seen. */
public final class States {
  public static final String CANARY = "canary-of-an-output-77aa";
  public static final String LINEAGE = "3b5c0a52-6a0e-4f3a-9a35-0d2a2f8b6f11";

  public static final String PLAIN =
      """
      {
        "version": 4,
        "terraform_version": "1.10.6",
        "serial": 7,
        "lineage": "LINEAGE",
        "outputs": {
          "password": {"value": "CANARY", "type": "string", "sensitive": true}
        },
        "resources": [
          {"mode": "managed", "type": "terraform_data", "name": "CANARY", "instances": [
            {"schema_version": 0, "attributes": {"input": {"CANARY": [1, 2.5e3, "ü €", null]}}}
          ]},
          {"mode": "data", "type": "http", "name": "b", "instances": []}
        ],
        "check_results": null
      }
      """
          .replace("LINEAGE", LINEAGE)
          .replace("CANARY", CANARY);

  static final String ENCRYPTED =
      """
      {"serial":9,"lineage":"LINEAGE","meta":{"key_provider.pbkdf2.k":"CANARY"},\
      "encrypted_data":"Y2FuYXJ5LW9mLWFuLW91dHB1dA==","encryption_version":"v0"}\
      """
          .replace("LINEAGE", LINEAGE)
          .replace("CANARY", CANARY);

  private States() {}
}
