using System.Drawing;
using QRCoder;

namespace Restaurant.Graph.Dining;

/// <summary>QR codes (ISO/IEC 18004) as pictures.</summary>
internal static class QrCode
{
    // Good to be read where a quarter of it is dirty or worn.
    private const QRCodeGenerator.ECCLevel Correction = QRCodeGenerator.ECCLevel.Q;

    private static readonly Size ViewBox = new(300, 300);

    /// <summary>The picture of a text, as SVG that fills the room it is given.</summary>
    public static string SvgOf(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, Correction);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(ViewBox, sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
