using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>Keeps every message of an application, with its values and its exception.</summary>
internal sealed class EverythingLogger : ILoggerProvider
{
    public ConcurrentQueue<string> Written { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Written);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> written) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Write(state, null);
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            written.Enqueue(category + ": " + formatter(state, exception));
            Write(state, exception);
        }

        private void Write(object? state, Exception? exception)
        {
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                foreach (var (name, value) in values)
                    written.Enqueue(category + ": " + name + "=" + (value is IEnumerable<object> many ? string.Join(' ', many) : value));
            }

            written.Enqueue(category + ": " + state + exception);
        }
    }
}
