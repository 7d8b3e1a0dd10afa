using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using ApiSpec.AotSmoke;

using var transport = new HttpClient(new InMemoryHandler()) { BaseAddress = new Uri("http://10.196.184.238:22015") };
var client = new SystemTextJsonClient(transport);

var action = await client.GetRerunStartAsync(2026);
Console.WriteLine(action.Name + " " + action.Method + " " + action.Href);

namespace ApiSpec.AotSmoke
{
    /// <summary>The call with the JSON code that System.Text.Json generates, as its documentation shows.</summary>
    internal sealed class SystemTextJsonClient(HttpClient client)
    {
        public async Task<ActionObject> GetRerunStartAsync(long id, CancellationToken cancellationToken = default)
        {
            var uri = string.Create(CultureInfo.InvariantCulture, $"/Automation/v1/objects/Tasks/{id}/actions/rerunStart");
            using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new ErrorException((await response.Content.ReadFromJsonAsync(JsonContext.Default.ErrorInfo, cancellationToken).ConfigureAwait(false))!);
            return (await response.Content.ReadFromJsonAsync(JsonContext.Default.ActionObject, cancellationToken).ConfigureAwait(false))!;
        }
    }

    internal sealed record ActionObject
    {
        public string Name { get; set; } = null!;

        public string Href { get; set; } = null!;

        public string Method { get; set; } = null!;

        public List<JsonElement>? Parameters { get; set; }
    }

    internal sealed record ErrorInfo
    {
        public string ErrorSource { get; set; } = null!;

        public string Message { get; set; } = null!;

        public string MessageID { get; set; } = null!;

        public string Application { get; set; } = null!;

        public string? MessageData { get; set; }
    }

    internal sealed class ErrorException(ErrorInfo error) : Exception(error.Message)
    {
        public ErrorInfo Error { get; } = error;
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ActionObject))]
    [JsonSerializable(typeof(ErrorInfo))]
    internal sealed partial class JsonContext : JsonSerializerContext;
}
