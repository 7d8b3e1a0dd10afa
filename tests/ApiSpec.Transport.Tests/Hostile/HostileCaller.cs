using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;

namespace ApiSpec.Tests.Hostile;

/// <summary>Makes the call of a fault, and describes its outcome.</summary>
internal static class HostileCaller
{
    public static async Task<string> CallAsync(Fault fault, HostileServer server)
    {
        var options = new ApiClientOptions { MaxResponseBytes = 1_000_000 };
        fault.Configure(options);
        using var client = new SampleClient(server.Address, options);
        using var transfer = new TransferClient(server.Address, options);
        try
        {
            return fault.Call switch
            {
                HostileCall.Delete => await DeleteAsync(client),
                HostileCall.Text => "text of " + (await client.GetTextAsync()).Length,
                HostileCall.Raw => "bytes: " + (await client.GetRawAsync()).Bytes.Length,
                HostileCall.Upload => await UploadAsync(transfer),
                HostileCall.Download => await DownloadAsync(transfer, null),
                HostileCall.DownloadAndCancel => await DownloadAsync(transfer, server.Reached),
                HostileCall.List => await ListAsync(transfer),
                HostileCall.GetTwice => Outcomes.Of(await client.GetWithResponseAsync()) + ", " + Outcomes.Of(await client.GetWithResponseAsync()),
                HostileCall.GetAndCancel => await GetAndCancelAsync(client, server.Reached),
                _ => Outcomes.Of(await client.GetWithResponseAsync()),
            };
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            return Outcomes.Of(exception);
        }
    }

    private static async Task<string> DeleteAsync(SampleClient client)
    {
        await client.DeleteAsync();
        return "done";
    }

    private static async Task<string> UploadAsync(TransferClient client)
    {
        await client.ImportWholeAsync(new byte[100_000], "application/zip");
        return "done";
    }

    private static async Task<string> GetAndCancelAsync(SampleClient client, Task reached)
    {
        using var cancellation = new CancellationTokenSource();
        var call = client.GetAsync(1, cancellation.Token);
        await reached;
        await cancellation.CancelAsync();
        return "success " + (await call).Name;
    }

    private static async Task<string> DownloadAsync(TransferClient client, Task? patience)
    {
        using var cancellation = new CancellationTokenSource();
        await using var download = await client.ExportAsync(cancellation.Token);
        var content = new MemoryStream();
        var copy = download.CopyToAsync(content, new Cancelling(patience is null ? null : cancellation, 5), cancellation.Token);
        try
        {
            await copy;
            return "file of " + content.Length + " bytes";
        }
        catch (Exception exception)
        {
            return (content.Length > 5 ? "no whole file" : content.Length + " bytes") + ", then " + Outcomes.Of(exception);
        }
    }

    private static async Task<string> ListAsync(TransferClient client)
    {
        var count = 0;
        try
        {
            await foreach (var node in client.ListAsync())
            {
                if (node.Name == "n")
                    count++;
            }

            return count + " elements";
        }
        catch (Exception exception)
        {
            return count + " elements, then " + Outcomes.Of(exception);
        }
    }

    /// <summary>Cancels when this amount has arrived.</summary>
    private sealed class Cancelling(CancellationTokenSource? cancellation, long at) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value >= at)
                cancellation?.Cancel();
        }
    }
}
