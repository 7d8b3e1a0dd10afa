using ApiSpec.Generated;

namespace ApiSpec.Tests.Sample;

public enum TaskStatusCode
{
    Undocumented = 0,
    Ok = 200,
    SeeOther = 303,
    Unauthorized = 401,
    NotFound = 404,
    PreconditionFailed = 412,
    ServerSideError = 500,
}

/// <summary>A status of another operation, which must be distinguished from the sample's.</summary>
public enum OtherStatusCode
{
    Undocumented = 0,
    NotFound = 404,
}

/// <summary>Descriptions and calls, as the generator emits them.</summary>
public static class SampleApi
{
    public const string ActionPath = "/Automation/v1/objects/Tasks/{id}/actions/rerunStart";

    public static ApiDescription Description { get; } = new("sample", "Sample API");

    public static ApiOperation GetRerunStart { get; } = Describe("Tasks.GetRerunStart", HttpMethod.Get, ActionPath);

    public static ApiOperation InvokeRerunStart { get; } = Describe("Tasks.InvokeRerunStart", HttpMethod.Post, ActionPath + "/invoke");

    public static ApiOperation Delete { get; } = Describe("Tasks.Delete", HttpMethod.Delete, "/Automation/v1/objects/Tasks/{id}");

    public static ApiOperation Check { get; } = Describe("Tasks.Check", HttpMethod.Head, "/Automation/v1/objects/Tasks/{id}");

    internal static readonly ApiCall<ActionObject, ErrorInfo, TaskStatusCode> GetRerunStartCall = new(GetRerunStart, ActionObject.Json, ErrorInfo.Json);

    internal static readonly ApiCall<ActionObject, ErrorInfo, TaskStatusCode> InvokeRerunStartCall = new(InvokeRerunStart, ActionObject.Json, ErrorInfo.Json);

    internal static readonly ApiCall<ErrorInfo, TaskStatusCode> DeleteCall = new(Delete, ErrorInfo.Json);

    internal static readonly ApiCall<ActionObject, ErrorInfo, TaskStatusCode> CheckCall = new(Check, ActionObject.Json, ErrorInfo.Json);

    internal static readonly ApiCall<string, ErrorInfo, TaskStatusCode> TextCall = ApiCall.Text<ErrorInfo, TaskStatusCode>(GetRerunStart, ErrorInfo.Json);

    internal static readonly ApiCall<ApiRawBody, ApiRawBody, TaskStatusCode> RawCall = ApiCall.Raw<ApiRawBody, TaskStatusCode>(GetRerunStart, null);

    private static ApiOperation Describe(string id, HttpMethod method, string path) => new(
        id,
        Description,
        method,
        path,
        section: "9.6.8",
        version: "v1",
        roles: new[] { "Admin", "Submit" },
        statuses: new[]
        {
            new ApiStatus(200, "OK", "Processing has been successfully completed."),
            new ApiStatus(303, "See other", null, isResult: true),
            new ApiStatus(401, "Unauthorized", "The user does not have login permission."),
            new ApiStatus(404, "Not found", "The permission is invalid, or the resource does not exist."),
            new ApiStatus(412, "Precondition failed", "The server is not available.", isTransient: true),
            new ApiStatus(500, "Server-side error"),
        });
}
