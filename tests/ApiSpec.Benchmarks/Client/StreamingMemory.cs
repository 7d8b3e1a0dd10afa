using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ApiSpec.Benchmarks.Generated;

namespace ApiSpec.Benchmarks.Client;

/// <summary>Reads a list of a million tasks element by element, and reports how much the process grew.</summary>
internal static class StreamingMemory
{
    private const int Count = 1_000_000;

    public static async Task RunAsync()
    {
        using var client = new BenchClient(new Uri("http://10.196.184.238:22015"), new ApiClientOptions { Handler = new EndlessHandler() });
        await foreach (var _ in client.Tasks.ListItemsAsync())
            break;

        GC.Collect();
        var managedBefore = GC.GetTotalMemory(forceFullCollection: true);
        var workingSetBefore = Environment.WorkingSet;
        long most = 0, mostWorkingSet = 0, seen = 0;
        await foreach (var task in client.Tasks.ListItemsAsync())
        {
            seen++;
            if (seen % 1000 != 0)
                continue;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - managedBefore);
            mostWorkingSet = Math.Max(mostWorkingSet, Environment.WorkingSet - workingSetBefore);
        }

        var held = GC.GetTotalMemory(forceFullCollection: true) - managedBefore;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{seen:N0} tasks: working set at most +{mostWorkingSet / 1e6:F1} MB, managed heap at most +{most / 1e6:F1} MB with garbage, +"
            + $"{held / 1e6:F2} MB held afterwards"));
    }

    private sealed class EndlessHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new TaskStream());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }

    /// <summary>An envelope that is generated while it is read, with the same thousand tasks repeated.</summary>
    private sealed class TaskStream : Stream
    {
        private readonly MemoryStream _thousand = new();
        private int _rounds;
        private byte[] _pending = [];
        private int _position;

        public TaskStream()
        {
            for (var i = 0; i < 1000; i++)
            {
                using var one = new MemoryStream();
                using (var writer = new Utf8JsonWriter(one, Payloads.Plain))
                    Payloads.WriteTask(writer, i, repeats: true, isShuffled: false);
                if (i > 0)
                    _thousand.WriteByte((byte)',');
                one.WriteTo(_thousand);
            }

            _pending = "{\"data\":["u8.ToArray();
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_position == _pending.Length && !Next())
                return 0;
            var count = Math.Min(buffer.Length, _pending.Length - _position);
            _pending.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private bool Next()
        {
            const int Rounds = Count / 1000;
            if (_rounds > 2 * Rounds)
                return false;
            _pending = _rounds == 2 * Rounds ? "],\"count\":1000000}"u8.ToArray()
                : _rounds % 2 == 0 ? (_rounds == 0 ? " "u8.ToArray() : ","u8.ToArray())
                : _thousandBytes ??= _thousand.ToArray();
            _rounds++;
            _position = 0;
            return true;
        }

        private byte[]? _thousandBytes;
    }
}
