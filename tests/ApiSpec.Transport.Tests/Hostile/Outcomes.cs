using ApiSpec.Tests.Sample;

namespace ApiSpec.Tests.Hostile;

/// <summary>Describes the outcome of a call, so that every fault can state its exact outcome.</summary>
public static class Outcomes
{
    private const string Contradiction = "contradicts the reference: ";

    public static string Of(ApiResponse<ActionObject, ErrorInfo, TaskStatusCode> response) => response.IsSuccess
        ? "success " + (response.Body?.Name ?? "without a body")
        : Failure(response.StatusCode, response.Error, response.RawBody);

    public static string Of(Exception exception) => exception switch
    {
        ApiException<ErrorInfo> failure => Failure(failure.StatusCode, failure.Error, failure.RawBody),
        ApiContractException contract
            => "contract: " + contract.Message[(contract.Message.IndexOf(Contradiction, StringComparison.Ordinal) + Contradiction.Length)..],
        ApiResponseTooLargeException large => "larger than " + large.Limit,
        ApiResponseHeadersTooLargeException large => "headers larger than " + large.Limit,
        ApiTimeoutException timeout => timeout.Message.Contains("of its body", StringComparison.Ordinal) ? "read timeout" : "timeout",
        ApiConnectionException => "no reply",
        OperationCanceledException => "cancelled",
        _ => "not foreseen: " + exception,
    };

    private static string Failure(int status, ErrorInfo? error, ApiRawBody? raw)
    {
        var text = "failure " + status;
        if (error is not null)
            text += ", " + error.MessageID;
        else if (raw is { Bytes.IsEmpty: false })
            text += ", " + raw.Bytes.Length + " bytes";
        return raw is { IsTruncated: true } ? text + " and more" : text;
    }
}
