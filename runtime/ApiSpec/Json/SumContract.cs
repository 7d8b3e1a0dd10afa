using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>An enum of flags, which is a number in JSON. Unknown flags are kept.</summary>
internal sealed class SumContract<T, TNumber> : ApiJson<T>
{
    private readonly ApiJson<TNumber> _number;
    private readonly Func<TNumber, T> _read;
    private readonly Func<T, TNumber> _write;

    public SumContract(ApiJson<TNumber> number, Func<TNumber, T> read, Func<T, TNumber> write)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        (_number, _read, _write) = (number, read, write);
    }

    public override T Read(ref Utf8JsonReader reader) => _read(_number.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, T value) => _number.Write(writer, _write(value));

    internal override ValueSchema InPlace(SchemaContext context) => context.Of(_number);

    protected override JsonShape CreateShape() => _number.Shape;
}
