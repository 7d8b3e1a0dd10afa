using ApiSpec.Json;
using ApiSpec.Observability;

namespace ApiSpec.Transport;

/// <summary>Reads the elements of an array one by one from a body that is still arriving.</summary>
internal sealed class ElementReader<T>(StreamedResponse response, Stream stream, JsonArrayScanner scanner, ApiJson<T> item, ConnectionSettings settings)
{
    private readonly DriftLog? _drift = settings.Drift?.BeginResponse((stream as ResponseStream)?.Request);
    private readonly ElementSource _source = new(response, stream, scanner);

    public T? Current { get; private set; }

    /// <summary>Moves to the next element, if there is one.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (Step(cancellationToken))
            {
                case JsonArrayStep.Element:
                    return true;
                case JsonArrayStep.End:
                    return false;
                case JsonArrayStep.TooLarge:
                    throw new ApiResponseTooLargeException(
                        response.Operation, response.StatusCode, settings.MaxResponseBytes,
                        scanner.IsWithinElement ? "an element" : "a part outside of its elements");
            }

            if (!await _source.FillAsync(cancellationToken).ConfigureAwait(false))
                return false;
        }
    }

    private JsonArrayStep Step(CancellationToken cancellationToken)
    {
        try
        {
            var step = scanner.Next();
            if (step == JsonArrayStep.Element)
                Current = Parse(scanner.Element, cancellationToken);
            return step;
        }
        catch (ApiJsonException exception)
        {
            throw new ApiContractException(response.Operation, response.StatusCode, exception.Message, exception.Path, RawElement(), exception);
        }
    }

    private T Parse(ReadOnlyMemory<byte> element, CancellationToken cancellationToken)
    {
        using var reading = JsonReading.Begin(settings.MaxResponseValues, settings.TimeZone, cancellationToken);
        try
        {
            return _drift is null
                ? item.Parse(element.Span, settings.MaxJsonDepth)
                : _drift.Parse(item, element.Span, settings.MaxJsonDepth, scanner.ElementsPath);
        }
        catch (ApiJsonException exception)
        {
            exception.Prefix(scanner.ElementPath);
            throw;
        }
        catch (JsonLimitException)
        {
            throw ApiResponseTooLargeException.OfValues(response.Operation, response.StatusCode, settings.MaxResponseValues, "an element");
        }
        finally
        {
            if (_drift is not null)
                settings.Drift!.Report(response.Operation, response.StatusCode, _drift);
        }
    }

    /// <summary>The element that caused the error, cut to the limit in the options, or null.</summary>
    private ApiRawBody? RawElement()
    {
        var bytes = scanner.Element.Span;
        return bytes.IsEmpty
            ? null
            : new ApiRawBody(bytes.Slice(0, Math.Min(bytes.Length, settings.MaxErrorBodyBytes)), response.Headers["Content-Type"], isTruncated: true)
            {
                TimeZone = settings.TimeZone,
            };
    }
}
