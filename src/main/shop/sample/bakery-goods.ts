/** The sample bakery's shelves, as `kirana-goods` writes them. */
export const bakeryGoods = `
# Breads | margin 30 | keep 10
White Bread | Tandoor House | 200 g 25, 400 g 45 | 190590 | 0
Brown Bread | Tandoor House | 400 g 52 | 190590 | 0
Multigrain Bread | Tandoor House | 400 g 65 | 190590 | 0
पाव (6) | Tandoor House | 1 pkt 30 | 190590 | 0
Burger Buns (4) | Tandoor House | 1 pkt 36 | 190590 | 0
Garlic Bread Loaf | Tandoor House | 1 pc 70 | 190590 | 18>5
Pizza Base (2) | Tandoor House | 1 pkt 45 | 190590 | 5>0
कुलचा (4) | Tandoor House | 1 pkt 40 | 190590 | 18>0
Rusk Elaichi | Tandoor House | 200 g 40, 400 g 75 | 190540 | 5
टोस्ट सूजी | Tandoor House | 300 g 60 | 190540 | 5
# Cakes and pastries | margin 45 | keep 4
Pineapple Pastry | Tandoor House | 1 pc 60 | 190590 | 18>5
Black Forest Pastry | Tandoor House | 1 pc 70 | 190590 | 18>5
Chocolate Truffle Pastry | Tandoor House | 1 pc 80 | 190590 | 18>5
Pineapple Cake | Tandoor House | 500 g 380, 1 kg 720 | 190590 | 18>5
Chocolate Truffle Cake | Tandoor House | 500 g 480, 1 kg 920 | 190590 | 18>5
Eggless Vanilla Cake | Tandoor House | 500 g 350 | 190590 | 18>5
Tea Cake Plum | Tandoor House | 250 g 120 | 190590 | 18>5
Cup Cake | Tandoor House | 1 pc 25 | 190590 | 18>5
Swiss Roll | Tandoor House | 1 pc 90 | 190590 | 18>5
Brownie Walnut | Tandoor House | 1 pc 75 | 190590 | 18>5
# Bakery snacks | margin 40 | keep 10
वेज पफ | Tandoor House | 1 pc 25 | 190590 | 18>5
पनीर पफ | Tandoor House | 1 pc 35 | 190590 | 18>5
समोसा | Tandoor House | 1 pc 15 | 210690 | 5
Cream Roll | Tandoor House | 1 pc 20 | 190590 | 18>5
खारी बिस्किट | Tandoor House | 200 g 70 | 190531 | 18>5
नानखटाई (खुली) | Tandoor House | kg 320 | 190531 | 18>5
Jeera Cookies (loose) | Tandoor House | kg 340 | 190531 | 18>5
Cashew Cookies (loose) | Tandoor House | kg 420 | 190531 | 18>5
# Mithai | margin 35 | keep 5
काजू कतली (खुली) | Mithas | kg 980 | 210690 | 5
बेसन लड्डू (खुला) | Mithas | kg 460 | 210690 | 5
मोतीचूर लड्डू (खुला) | Mithas | kg 420 | 210690 | 5
मिल्क केक (खुला) | Mithas | kg 540 | 210690 | 5
गुलाब जामुन (खुला) | Mithas | kg 380 | 210690 | 5
`;
