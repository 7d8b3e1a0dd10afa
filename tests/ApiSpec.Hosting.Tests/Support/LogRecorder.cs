using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>One entry of a log, with its values.</summary>
internal sealed record LogEntry(string Category, LogLevel Level, string Event, string Message, IReadOnlyDictionary<string, object?> Values)
{
    public object? Value(string name) => Values.GetValueOrDefault(name);

    public override string ToString() => Message + " " + string.Join(' ', Values);
}

/// <summary>Keeps the entries of clients, like a structured log.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private readonly ILoggerFactory _factory;

    public LogRecorder(LogLevel lowest = LogLevel.Trace)
        => _factory = LoggerFactory.Create(logging => logging.AddProvider(this).SetMinimumLevel(lowest));

    public ILoggerFactory Factory => _factory;

    public LogEntry[] Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose() => _factory.Dispose();

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (category.StartsWith("ApiSpec.", StringComparison.Ordinal))
            {
                entries.Enqueue(new LogEntry(
                    category, logLevel, eventId.Id + " " + eventId.Name, formatter(state, exception),
                    ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary()));
            }
        }
    }
}
