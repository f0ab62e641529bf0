import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** As much of S3 as the checks ask for, in memory; it takes every signature. */
final class StandInS3 {
  static final String STATE = "attic/terraform.tfstate";

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
  private static final String STATE_BODY =
      """
      {"version": 4, "terraform_version": "1.9.0", "serial": 7,
       "lineage": "8f1c2d3e-0000-4000-8000-000000000001", "outputs": {},
       "resources": [{"mode": "managed", "type": "sample", "name": "one", "instances": []}]}
      """;

  /** By bucket, then by key. */
  private final Map<String, Map<String, byte[]>> buckets = new TreeMap<>();

  StandInS3() {
    buckets.put("attic", new TreeMap<>());
    buckets.put(
        "tofu-state", new TreeMap<>(Map.of(STATE, STATE_BODY.getBytes(StandardCharsets.UTF_8))));
  }

  synchronized StandIns.Answer answer(StandIns.Request request) {
    String path = request.path().substring(1);
    int slash = path.indexOf('/');
    if (path.isEmpty()) {
      return xml(200, list());
    }
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    if (key.isEmpty()) {
      return bucket(request, bucket);
    }
    Map<String, byte[]> objects = buckets.get(bucket);
    return objects == null ? error(404, "NoSuchBucket") : object(request, objects, key);
  }

  private StandIns.Answer bucket(StandIns.Request request, String bucket) {
    if (request.method().equals("PUT")) {
      buckets.put(bucket, new TreeMap<>());
      return xml(200, "");
    }
    if (!buckets.containsKey(bucket)) {
      return error(404, "NoSuchBucket");
    }
    if (request.method().equals("DELETE")) {
      buckets.remove(bucket);
      return xml(204, "");
    }
    return request.query().startsWith("versioning")
        ? xml(200, "<VersioningConfiguration" + NAMESPACE + "/>")
        : xml(
            200,
            "<ListBucketResult"
                + NAMESPACE
                + "><Name>"
                + bucket
                + "</Name><KeyCount>0</KeyCount><MaxKeys>1</MaxKeys><IsTruncated>false</IsTruncated>"
                + "</ListBucketResult>");
  }

  private static StandIns.Answer object(
      StandIns.Request request, Map<String, byte[]> objects, String key) {
    switch (request.method()) {
      case "PUT" -> {
        if (request.headers().containsKey("if-none-match") && objects.containsKey(key)) {
          return error(412, "PreconditionFailed");
        }
        objects.put(key, request.body());
        return xml(200, "");
      }
      case "DELETE" -> {
        objects.remove(key);
        return xml(204, "");
      }
      default -> {
        byte[] body = objects.get(key);
        return body == null
            ? error(404, "NoSuchKey")
            : new StandIns.Answer(200, "application/json", body);
      }
    }
  }

  private String list() {
    StringBuilder list = new StringBuilder("<ListAllMyBucketsResult").append(NAMESPACE).append('>');
    list.append("<Owner><ID>sample</ID><DisplayName>sample</DisplayName></Owner><Buckets>");
    for (String bucket : buckets.keySet()) {
      list.append("<Bucket><Name>").append(bucket).append("</Name>");
      list.append("<CreationDate>2026-05-06T00:58:53.000Z</CreationDate></Bucket>");
    }
    return list.append("</Buckets></ListAllMyBucketsResult>").toString();
  }

  private static StandIns.Answer error(int status, String code) {
    return xml(
        status,
        "<Error><Code>"
            + code
            + "</Code><Message>sample</Message><RequestId>1</RequestId></Error>");
  }

  private static StandIns.Answer xml(int status, String text) {
    return StandIns.Answer.of(status, "application/xml", text.isEmpty() ? "" : XML + text);
  }
}
