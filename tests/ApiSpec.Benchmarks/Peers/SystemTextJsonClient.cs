using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace ApiSpec.Benchmarks.Peers;

/// <summary><see cref="HttpClient"/> with the JSON code that System.Text.Json generates, used as its documentation shows.</summary>
internal sealed class SystemTextJsonClient(HttpClient client)
{
    public async Task<StjAction> GetRerunStartAsync(long id, CancellationToken cancellationToken = default)
    {
        using var response = await GetAsync(RerunStart(id), cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw new StjException(
                response.StatusCode, (await response.Content.ReadFromJsonAsync(StjContext.Default.StjError, cancellationToken).ConfigureAwait(false))!);
        return (await response.Content.ReadFromJsonAsync(StjContext.Default.StjAction, cancellationToken).ConfigureAwait(false))!;
    }

    public async Task<StjResponse<StjAction>> GetRerunStartWithResponseAsync(long id, CancellationToken cancellationToken = default)
    {
        using var response = await GetAsync(RerunStart(id), cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? new(response.StatusCode, await response.Content.ReadFromJsonAsync(StjContext.Default.StjAction, cancellationToken).ConfigureAwait(false), null)
            : new(response.StatusCode, null, await response.Content.ReadFromJsonAsync(StjContext.Default.StjError, cancellationToken).ConfigureAwait(false));
    }

    public async Task<StjTaskPage> ListAsync(CancellationToken cancellationToken = default)
    {
        using var response = await GetAsync("/Automation/v1/objects/Tasks", cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(StjContext.Default.StjTaskPage, cancellationToken).ConfigureAwait(false))!;
    }

    public async Task<StjResult> SubmitAsync(long id, StjSubmission submission, CancellationToken cancellationToken = default)
    {
        var uri = string.Create(CultureInfo.InvariantCulture, $"/Automation/v1/objects/Services/{id}/actions/submit/invoke");
        using var response = await client.PostAsJsonAsync(uri, submission, StjContext.Default.StjSubmission, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(StjContext.Default.StjResult, cancellationToken).ConfigureAwait(false))!;
    }

    private static string RerunStart(long id) => string.Create(CultureInfo.InvariantCulture, $"/Automation/v1/objects/Tasks/{id}/actions/rerunStart");

    private Task<HttpResponseMessage> GetAsync(string uri, CancellationToken cancellationToken)
        => client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}

internal sealed record StjResponse<T>(HttpStatusCode Status, T? Body, StjError? Error);

internal sealed class StjException(HttpStatusCode status, StjError error)
    : Exception("The server answered " + ((int)status).ToString(CultureInfo.InvariantCulture) + ": " + error.Message)
{
    public HttpStatusCode Status { get; } = status;

    public StjError Error { get; } = error;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StjAction))]
[JsonSerializable(typeof(StjError))]
[JsonSerializable(typeof(StjTaskPage))]
[JsonSerializable(typeof(StjSubmission))]
[JsonSerializable(typeof(StjResult))]
internal sealed partial class StjContext : JsonSerializerContext;
