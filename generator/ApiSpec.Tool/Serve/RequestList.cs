using System.Globalization;
using System.Threading.Channels;
using ApiSpec.Testing;
using ApiSpec.Testing.Recording;

namespace ApiSpec.Tool.Serve;

/// <summary>
/// Writes a line for each request: method, path and query without secrets, status, where the response comes from, and why a request is refused.
/// </summary>
internal sealed class RequestList : IAsyncDisposable
{
    // A program that starts the server can leave its output unread. The server must not wait for it.
    private const int MaxWaiting = 1000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly TextWriter _output;
    private readonly SecretMask _mask;
    private readonly Channel<string> _lines;
    private Task _writing = Task.CompletedTask;
    private int _missing;

    /// <param name="output">Receives the lines.</param>
    /// <param name="catalog">The specs, which say what is secret.</param>
    public RequestList(TextWriter output, ExampleCatalog catalog)
    {
        _output = output;
        _mask = new SecretMask(catalog.Apis);
        _lines = Channel.CreateBounded<string>(
            new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _missing));
    }

    /// <summary>Adds a request. Its line is written after <see cref="Start"/>.</summary>
    public void Add(ReceivedRequest request)
    {
        var status = request.StatusCode == 0 ? "no response" : request.StatusCode.ToString(CultureInfo.InvariantCulture);
        var source = request.Source switch
        {
            null => "",
            { Reason: { } reason } known => $" ({known.Name}; {_mask.Apply(request, reason)})",
            var known => $" ({known})",
        };
        _lines.Writer.TryWrite(PlainLine.Of($"{request.Method} {_mask.Apply(request)} -> {status}{source}"));
    }

    /// <summary>Starts to write lines.</summary>
    public void Start() => _writing = Task.Run(WriteAsync);

    /// <summary>Writes the lines that are left, for a second at most.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await Task.WhenAny(_writing, Task.Delay(s_patience));
    }

    private async Task WriteAsync()
    {
        try
        {
            var isFirst = true;
            await foreach (var line in _lines.Reader.ReadAllAsync())
            {
                // The list of the operations is before it.
                if (isFirst)
                    await _output.WriteLineAsync();
                isFirst = false;
                // The oldest lines are dropped, so they were before this one.
                if (Interlocked.Exchange(ref _missing, 0) is > 0 and var missing)
                    await _output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"(lines left out, because the output was not read: {missing})"));
                await _output.WriteLineAsync(line);
            }
        }
        catch (IOException)
        {
            // Whoever read the output has closed it. The server goes on.
        }
    }
}
