package dev.tinyland.gate.runtime.s3;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The SDK, with nothing left to be found out from the machine it runs on. */
final class Sdk {
  private Sdk() {}

  static S3Client client(S3Settings settings, SdkHttpClient http) {
    ProfileFile none = ProfileFile.aggregator().build();
    return S3Client.builder()
        .httpClient(http)
        .endpointOverride(settings.endpoint())
        .region(Region.of(settings.region()))
        .credentialsProvider(StaticCredentialsProvider.create(keys(settings.credentials())))
        .forcePathStyle(settings.pathStyle())
        .defaultsMode(DefaultsMode.LEGACY)
        .dualstackEnabled(false)
        .fipsEnabled(false)
        .crossRegionAccessEnabled(false)
        .disableS3ExpressSessionAuth(true)
        // The SDK's own checksums in a trailer are what several S3 servers refuse with 400.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(service ->
            service
                .chunkedEncodingEnabled(false)
                .expectContinueEnabled(false)
                .profileFile(() -> none))
        .overrideConfiguration(override ->
            override
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .defaultProfileFile(none)
                .defaultProfileName("none"))
        .build();
  }

  private static AwsCredentials keys(S3Credentials keys) {
    return keys.sessionToken() == null
        ? AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())
        : AwsSessionCredentials.create(
            keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
  }
}
