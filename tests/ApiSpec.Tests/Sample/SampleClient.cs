using ApiSpec.Generated;

namespace ApiSpec.Tests.Sample;

/// <summary>A client, as the generator emits it.</summary>
public sealed class SampleClient : IDisposable
{
    private readonly ApiConnection _connection;

    public SampleClient(Uri baseAddress, ApiClientOptions? options = null)
        : this(ApiConnection.Create(SampleApi.Description, baseAddress, options))
    {
    }

    public SampleClient(HttpClient httpClient, ApiClientOptions? options = null)
        : this(ApiConnection.Create(SampleApi.Description, httpClient, options))
    {
    }

    private SampleClient(ApiConnection connection) => _connection = connection;

    public SampleClient With(ApiCallOptions options) => new(_connection.With(options));

    public Task<ActionObject> GetAsync(long id = 1, CancellationToken cancellationToken = default)
        => _connection.SendAsync(SampleApi.GetRerunStartCall, GetRequest(id), cancellationToken);

    public Task<ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>> GetWithResponseAsync(long id = 1, CancellationToken cancellationToken = default)
        => _connection.SendWithResponseAsync(SampleApi.GetRerunStartCall, GetRequest(id), cancellationToken);

    public Task<ActionObject> FindAsync(string id, string? filter, CancellationToken cancellationToken = default)
    {
        var target = new RequestTarget("/Automation/v1/objects/Tasks/");
        target.AppendPath(id, nameof(id));
        target.AppendQuery("HQL%3A%3Afilter", filter);
        var request = new ApiRequest(SampleApi.GetRerunStart, ref target);
        return _connection.SendAsync(SampleApi.GetRerunStartCall, request, cancellationToken);
    }

    public Task<ActionObject> GetWithHeaderAsync(string name, string? value)
    {
        var request = GetRequest(1);
        request.SetHeader(name, value);
        return _connection.SendAsync(SampleApi.GetRerunStartCall, request, default);
    }

    public Task<ActionObject> InvokeAsync(ActionObject body, CancellationToken cancellationToken = default)
    {
        var request = new ApiRequest(SampleApi.InvokeRerunStart, new ApiHref(body.Href, "href"));
        request.SetJson(ActionObject.Json, body);
        request.SetHeader("X-Trace", "t1");
        return _connection.SendAsync(SampleApi.InvokeRerunStartCall, request, cancellationToken);
    }

    public Task DeleteAsync(long id = 1, CancellationToken cancellationToken = default)
        => _connection.SendAsync(SampleApi.DeleteCall, TaskRequest(SampleApi.Delete, id), cancellationToken);

    public Task<ApiResponse<ErrorInfo, TaskStatusCode>> DeleteWithResponseAsync(long id = 1, CancellationToken cancellationToken = default)
        => _connection.SendWithResponseAsync(SampleApi.DeleteCall, TaskRequest(SampleApi.Delete, id), cancellationToken);

    public Task<ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>> CheckWithResponseAsync()
        => _connection.SendWithResponseAsync(SampleApi.CheckCall, TaskRequest(SampleApi.Check, 1), default);

    public Task<string> GetTextAsync() => _connection.SendAsync(SampleApi.TextCall, GetRequest(1), default);

    public Task<ApiRawBody> GetRawAsync() => _connection.SendAsync(SampleApi.RawCall, GetRequest(1), default);

    public Task<ApiResponse<ApiRawBody, ApiRawBody, TaskStatusCode>> GetRawWithResponseAsync()
        => _connection.SendWithResponseAsync(SampleApi.RawCall, GetRequest(1), default);

    public void Dispose() => _connection.Dispose();

    private static ApiRequest GetRequest(long id)
    {
        var target = new RequestTarget("/Automation/v1/objects/Tasks/");
        target.AppendPath(id);
        target.AppendLiteral("/actions/rerunStart");
        return new ApiRequest(SampleApi.GetRerunStart, ref target);
    }

    private static ApiRequest TaskRequest(ApiOperation operation, long id)
    {
        var target = new RequestTarget("/Automation/v1/objects/Tasks/");
        target.AppendPath(id);
        return new ApiRequest(operation, ref target);
    }
}
