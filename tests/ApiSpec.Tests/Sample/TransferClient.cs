using ApiSpec.Generated;

namespace ApiSpec.Tests.Sample;

/// <summary>A client for files and long lists, as the generator emits it.</summary>
public sealed class TransferClient : IDisposable
{
    private static readonly ApiOperation Export = Describe("Templates.Export", HttpMethod.Get, "/v1/templates/1/export");

    private static readonly ApiOperation Import = Describe("Templates.Import", HttpMethod.Post, "/v1/templates/import");

    private static readonly ApiOperation List = Describe("Templates.List", HttpMethod.Get, "/v1/templates");

    private static readonly ApiDownloadCall<ErrorInfo, TaskStatusCode> ExportCall = new(Export, ErrorInfo.Json);

    private static readonly ApiDownloadCall<ErrorInfo, TaskStatusCode> TypedExportCall = new(Export, ErrorInfo.Json, "application/octet-stream");

    private static readonly ApiCall<ErrorInfo, TaskStatusCode> ImportCall = new(Import, ErrorInfo.Json);

    private static readonly ApiCall<TreeNode, ErrorInfo, TaskStatusCode> ListCall = new(List, TreeNode.Json, ErrorInfo.Json);

    private readonly ApiConnection _connection;

    public TransferClient(Uri baseAddress, ApiClientOptions? options = null)
        => _connection = ApiConnection.Create(SampleApi.Description, baseAddress, options);

    public Task<ApiDownload> ExportAsync(CancellationToken cancellationToken = default)
        => _connection.SendAsync(ExportCall, new ApiRequest(Export, "/v1/templates/1/export"), cancellationToken);

    public Task<ApiDownload> ExportTypedAsync()
        => _connection.SendAsync(TypedExportCall, new ApiRequest(Export, "/v1/templates/1/export"), default);

    public Task<ApiDownloadResponse<ErrorInfo, TaskStatusCode>> ExportWithResponseAsync()
        => _connection.SendWithResponseAsync(ExportCall, new ApiRequest(Export, "/v1/templates/1/export"), default);

    public Task ImportAsync(ApiFile? file, string? comment = null, CancellationToken cancellationToken = default)
    {
        var request = new ApiRequest(Import, "/v1/templates/import");
        request.SetMultipart(new ApiFormPart("file", file), new ApiFormPart("comment", comment));
        return _connection.SendAsync(ImportCall, request, cancellationToken);
    }

    public Task ImportWholeAsync(ApiFile file, string mediaType, CancellationToken cancellationToken = default)
    {
        var request = new ApiRequest(Import, "/v1/templates/import");
        request.SetFile(file, mediaType);
        return _connection.SendAsync(ImportCall, request, cancellationToken);
    }

    public IAsyncEnumerable<TreeNode> ListAsync(string member = "data", CancellationToken cancellationToken = default)
        => _connection.EnumerateAsync(ListCall, new ApiRequest(List, "/v1/templates"), member, TreeNode.Json, cancellationToken);

    /// <summary>A list whose pages have one node each, and link to each other in a header.</summary>
    public IAsyncEnumerable<TreeNode> ListPagesAsync(CancellationToken cancellationToken = default)
        => _connection.EnumeratePagesAsync(
            ListCall,
            new ApiPages<TreeNode, TreeNode>(new ApiRequest(List, "/v1/templates"), static page => [page], static (_, at) => at.FollowHeader("Link")),
            cancellationToken);

    public void Dispose() => _connection.Dispose();

    private static ApiOperation Describe(string id, HttpMethod method, string path)
        => new(id, SampleApi.Description, method, path, statuses: SampleApi.GetRerunStart.Statuses);
}
