using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ApiSpec.Testing.Tests.Support;

/// <summary>The curl of this machine.</summary>
internal static class Curl
{
    // Headers that curl adds itself.
    private static readonly string[] s_ofCurl = ["Connection", "Content-Length", "Expect", "Host", "Transfer-Encoding"];

    /// <summary>Whether curl is installed.</summary>
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(static folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "curl.exe" : "curl")));

    public static async Task<(int StatusCode, string Body)> SendAsync(Uri server, ExampleRequest request, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("curl")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { "--silent", "--show-error", "--noproxy", "*", "--globoff", "--request", request.Method, "--write-out", "\n%{http_code}" },
        };
        foreach (var (name, value) in request.Headers.Where(static header => !s_ofCurl.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            Add("--header", $"{name}: {value}");
        if (request.Body is not null)
        {
            // By default, curl declares every body as a form.
            if (request.Headers["Content-Type"] is null)
                Add("--header", "Content-Type:");
            Add("--data-binary", "@-");
        }

        start.ArgumentList.Add(new Uri(server, request.Target).AbsoluteUri);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(request.Body.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"curl ended with {process.ExitCode} for {request}.");
        var end = output.LastIndexOf('\n');
        return (int.Parse(output.AsSpan(end + 1), CultureInfo.InvariantCulture), output[..end]);

        void Add(string option, string value)
        {
            start.ArgumentList.Add(option);
            start.ArgumentList.Add(value);
        }
    }
}
