using System.Security.Cryptography;
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
    public async Task A_file_goes_from_disk_to_the_server_and_back_with_progress()
    {
        using var folder = new ScratchFolder();
        var template = RandomNumberGenerator.GetBytes(1_000_000);
        var source = Path.Combine(folder.Root, "template.st");
        await File.WriteAllBytesAsync(source, template, TestContext.Current.CancellationToken);
        await using var fake = await AutomaticOperationFake.StartAsync();
        using var client = fake.CreateClient();
        fake.ServiceTemplates.InvokeExport.RespondWith(FakeResponse.Bytes(200, template, "application/octet-stream"));

        var sent = new Reports();
        using (var file = ApiFile.Open(source))
        {
            file.Progress = sent;
            await client.ServiceTemplates.InvokeImportAsync(file, TestContext.Current.CancellationToken);
        }

        var part = Assert.Single(fake.ServiceTemplates.InvokeImport.SingleRequest().Parts);
        Assert.Equal("template.st", part.FileName);
        Assert.Equal(template, part.Body.ToArray());
        AssertGrowsTo(template.Length, sent);

        var received = new Reports();
        var target = Path.Combine(folder.Root, "exported.st");
        await SaveAsync(client, target, received, TestContext.Current.CancellationToken);

        Assert.Equal(template, await File.ReadAllBytesAsync(target, TestContext.Current.CancellationToken));
        AssertGrowsTo(template.Length, received);
    }

    [Fact]
    public async Task A_transfer_that_is_cancelled_half_way_leaves_no_file_and_a_client_that_works()
    {
        using var folder = new ScratchFolder();
        var template = RandomNumberGenerator.GetBytes(20_000_000);
        var source = Path.Combine(folder.Root, "template.st");
        await File.WriteAllBytesAsync(source, template, TestContext.Current.CancellationToken);
        await using var fake = await AutomaticOperationFake.StartAsync();
        using var client = fake.CreateClient();
        fake.ServiceTemplates.InvokeExport.RespondWith(FakeResponse.Bytes(200, template, "application/octet-stream"));

        using var stopUpload = new CancellationTokenSource();
        using (var file = ApiFile.Open(source))
        {
            file.Progress = new Reports { At = (template.Length / 2, stopUpload.Cancel) };
            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => client.ServiceTemplates.InvokeImportAsync(file, stopUpload.Token));
            Assert.Equal(stopUpload.Token, exception.CancellationToken);
        }

        Assert.Empty(fake.ServiceTemplates.InvokeImport.Requests);

        using var stopDownload = new CancellationTokenSource();
        var received = new Reports { At = (template.Length / 2, stopDownload.Cancel) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SaveAsync(client, Path.Combine(folder.Root, "exported.st"), received, stopDownload.Token));

        Assert.InRange(received.Values[^1], template.Length / 2, template.Length - 1);
        Assert.Equal([source], Directory.GetFiles(folder.Root));
        File.Delete(source);
        Assert.Equal(OperationResultState.Queued, (await ImportAsync(client)).State);
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

    // As the guide on files shows it: the file has another name until it is complete.
    private static async Task SaveAsync(AutomaticOperationClient client, string path, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        try
        {
            await using (var download = await client.ServiceTemplates.InvokeExportAsync(1116, cancellationToken))
            await using (var file = File.Create(part))
                await download.CopyToAsync(file, progress, cancellationToken);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static async Task<OperationResult> ImportAsync(AutomaticOperationClient client)
    {
        using var file = new ApiFile(new MemoryStream([1, 2, 3]), "template.st");
        return await client.ServiceTemplates.InvokeImportAsync(file, TestContext.Current.CancellationToken);
    }

    private static void AssertGrowsTo(long length, Reports reports)
    {
        Assert.True(reports.Values.Count > 1);
        Assert.Equal(reports.Values.Order(), reports.Values);
        Assert.Equal(length, reports.Values[^1]);
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Values { get; } = [];

        /// <summary>What happens as soon as this many bytes are transferred.</summary>
        public (long Bytes, Action Do)? At { get; init; }

        public void Report(long value)
        {
            Values.Add(value);
            if (At is { } at && value >= at.Bytes)
                at.Do();
        }
    }
}
