using System.Text;
using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>Service templates are uploaded and downloaded as files, over HTTP.</summary>
public sealed class FileTests
{
    [Fact]
    public async Task Import_uploads_the_file_under_its_name()
    {
        var template = Enumerable.Range(0, 100_000).Select(static i => (byte)i).ToArray();
        await using var server = await StubServer.StartAsync(new StubOptions(Reference.Catalog));
        using var client = new AutomaticOperationClient(server.BaseAddress);
        using var file = new ApiFile(new MemoryStream(template), "SP_GenericApplication_01.20.00.st");

        var result = await client.ServiceTemplates.InvokeImportAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(OperationResultState.Queued, result.State);
        var sent = Assert.Single(server.Requests);
        var contentType = MediaTypeHeaderValue.Parse(sent.Headers["Content-Type"]);
        Assert.Equal("multipart/form-data", contentType.MediaType.Value);
        var parts = new MultipartReader(HeaderUtilities.RemoveQuotes(contentType.Boundary).Value!, new MemoryStream(sent.Body.ToArray()));
        var part = (await parts.ReadNextSectionAsync(TestContext.Current.CancellationToken))!;
        var disposition = ContentDispositionHeaderValue.Parse(part.ContentDisposition);
        Assert.Equal(
            ("file", "SP_GenericApplication_01.20.00.st"),
            (HeaderUtilities.RemoveQuotes(disposition.Name).Value, HeaderUtilities.RemoveQuotes(disposition.FileName).Value));
        using var received = new MemoryStream();
        await part.Body.CopyToAsync(received, TestContext.Current.CancellationToken);
        Assert.Equal(template, received.ToArray());
        Assert.Null(await parts.ReadNextSectionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Export_downloads_the_file_with_its_name()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Reference.Catalog));
        using var client = new AutomaticOperationClient(server.BaseAddress);

        await using var download = await client.ServiceTemplates.InvokeExportAsync(1116, TestContext.Current.CancellationToken);
        using var content = new MemoryStream();
        await download.CopyToAsync(content, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("com.hitachi.software.dna.cts_SP_GenericApplication_01.20.00.st", "application/octet-stream"), (download.FileName, download.ContentType));
        Assert.Equal("ServiceTemplates.InvokeExport", Encoding.UTF8.GetString(content.ToArray()));
        Assert.Equal("application/octet-stream", Assert.Single(server.Requests).Headers["Accept"]);
    }

    [Fact]
    public async Task Refused_export_throws_with_the_documented_error()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Reference.Catalog));
        using var client = new AutomaticOperationClient(server.BaseAddress);

        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(
            () => client.ServiceTemplates.InvokeExportAsync(5, TestContext.Current.CancellationToken));

        Assert.True(exception.Is(ServiceTemplatesInvokeExportStatus.NotFound));
        Assert.StartsWith("The user has no permission, or there is no such resource.", exception.Error!.Message, StringComparison.Ordinal);
    }
}
