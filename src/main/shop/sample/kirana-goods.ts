/**
 * The sample kirana's shelves. A line is `name | brand | sizes with prices in rupees | HSN | GST`; `#` begins a category
 * with its margin in percent and how many of each should stay on the shelf. A size of `kg` is sold loose, by weight.
 * A rate such as `12>5` changed on 22 September 2025. Brands are made up.
 */
export const kiranaGoods = `
# Pulses | margin 11 | keep 8
Toor Dal | Godavari | 500 g 84, 1 kg 162, 5 kg 785 | 071390 | 5
Moong Dal Dhuli | Godavari | 500 g 68, 1 kg 132 | 071390 | 5
Chana Dal | Godavari | 500 g 49, 1 kg 94 | 071390 | 5
Urad Dal Whole | Godavari | 500 g 74, 1 kg 144 | 071390 | 5
Rajma Chitra | Godavari | 500 g 88, 1 kg 172 | 071333 | 5
Kabuli Chana | Godavari | 500 g 79, 1 kg 154 | 071320 | 5
Green Moong Whole | Godavari | 500 g 64, 1 kg 124 | 071331 | 5
मसूर दाल | Godavari | 500 g 52, 1 kg 99 | 071340 | 5
उड़द दाल छिलका | Godavari | 500 g 66, 1 kg 128 | 071390 | 5
काला चना (खुला) | | kg 86 | 071320 | 0
सोयाबीन बड़ी | Poshan | 200 g 45, 1 kg 185 | 210610 | 12>5
# Rice and grains | margin 10 | keep 6
Basmati Rice Classic | Himgiri | 1 kg 148, 5 kg 715 | 100630 | 5
Basmati Rice Tibar | Himgiri | 1 kg 112, 5 kg 540 | 100630 | 5
Sona Masoori Rice | Kaveri | 5 kg 345, 10 kg 675 | 100630 | 5
Kolam Rice | Kaveri | 5 kg 325 | 100630 | 5
चावल परमल (खुला) | | kg 48 | 100630 | 0
बाजरा (खुला) | | kg 38 | 100829 | 0
ज्वार (खुला) | | kg 52 | 100790 | 0
गेहूँ (खुला) | | kg 34 | 100199 | 0
पोहा | Kaveri | 500 g 38, 1 kg 72 | 190410 | 5
मुरमुरा | Kaveri | 200 g 24 | 190410 | 5
साबूदाना | Kaveri | 500 g 52, 1 kg 99 | 190300 | 5
Broken Wheat Daliya | Annakoot | 500 g 36, 1 kg 69 | 110311 | 5
# Atta and flours | margin 9 | keep 6
Chakki Atta | Annakoot | 1 kg 54, 5 kg 255, 10 kg 495 | 110100 | 5
Multigrain Atta | Annakoot | 1 kg 72, 5 kg 345 | 110100 | 5
Maida | Annakoot | 500 g 28, 1 kg 52 | 110100 | 5
Sooji | Annakoot | 500 g 30, 1 kg 56 | 110311 | 5
बेसन | Annakoot | 500 g 58, 1 kg 112 | 110610 | 5
चावल का आटा | Annakoot | 500 g 34 | 110290 | 5
मक्का आटा | Annakoot | 500 g 32 | 110220 | 5
# Oil and ghee | margin 7 | keep 6
Mustard Oil Kachi Ghani | Sarson Rani | 500 ml 92, 1 L 178, 5 L 865 | 151491 | 5
Sunflower Oil Refined | Suryamukhi | 1 L 156, 5 L 760 | 151219 | 5
Soyabean Oil Refined | Suryamukhi | 1 L 138, 5 L 670 | 150790 | 5
Groundnut Oil Filtered | Suryamukhi | 1 L 205 | 150890 | 5
Til Oil | Sarson Rani | 200 ml 88 | 151550 | 5
Coconut Oil Edible | Kerala Gold | 500 ml 168 | 151311 | 5
Cow Ghee | Gokul Dham | 200 ml 148, 500 ml 345, 1 L 675 | 040590 | 12>5
वनस्पति घी | Suryamukhi | 500 g 78, 1 kg 152 | 151620 | 5
# Sugar, salt and jaggery | margin 6 | keep 15
चीनी (खुली) | | kg 45 | 170199 | 5
चीनी | Ikshu | 1 kg 49, 5 kg 238 | 170199 | 5
Brown Sugar | Ikshu | 500 g 72 | 170113 | 5
गुड़ | Ikshu | 500 g 42, 1 kg 80 | 170114 | 5
मिश्री | Ikshu | 200 g 34 | 170199 | 5
Iodised Salt | Sagar | 1 kg 28 | 250100 | 0
सेंधा नमक | Sagar | 500 g 56, 1 kg 104 | 250100 | 0
# Spices | margin 22 | keep 10
हल्दी पाउडर | Masala Ghar | 100 g 34, 200 g 64, 500 g 152 | 091030 | 5
लाल मिर्च पाउडर | Masala Ghar | 100 g 48, 200 g 92, 500 g 218 | 090422 | 5
धनिया पाउडर | Masala Ghar | 100 g 32, 200 g 60, 500 g 142 | 090922 | 5
जीरा साबुत | Masala Ghar | 100 g 58, 200 g 112 | 090931 | 5
गरम मसाला | Masala Ghar | 50 g 44, 100 g 84 | 091091 | 5
Kitchen King Masala | Masala Ghar | 100 g 82 | 091091 | 5
Chaat Masala | Masala Ghar | 100 g 72 | 091091 | 5
Sambar Powder | Masala Ghar | 100 g 62 | 091091 | 5
Pav Bhaji Masala | Masala Ghar | 100 g 78 | 091091 | 5
Chole Masala | Masala Ghar | 100 g 76 | 091091 | 5
Kasuri Methi | Masala Ghar | 25 g 30 | 121190 | 5
काली मिर्च | Masala Ghar | 50 g 72 | 090411 | 5
लौंग | Masala Ghar | 25 g 52 | 090710 | 5
इलायची | Masala Ghar | 25 g 118 | 090831 | 5
दालचीनी | Masala Ghar | 50 g 46 | 090611 | 5
राई | Masala Ghar | 100 g 22 | 120750 | 5
अजवाइन | Masala Ghar | 100 g 38 | 091099 | 5
हींग | Masala Ghar | 10 g 42, 50 g 195 | 130190 | 5
सौंफ | Masala Ghar | 100 g 36 | 090961 | 5
# Dry fruits | margin 14 | keep 5
काजू | Meva Mandi | 100 g 112, 250 g 272, 500 g 535 | 080132 | 12>5
बादाम | Meva Mandi | 100 g 98, 250 g 238, 500 g 465 | 080212 | 12>5
किशमिश | Meva Mandi | 100 g 46, 250 g 108 | 080620 | 5
अखरोट गिरी | Meva Mandi | 200 g 265 | 080232 | 12>5
पिस्ता नमकीन | Meva Mandi | 100 g 148 | 080252 | 12>5
खजूर | Meva Mandi | 500 g 165 | 080410 | 12>5
मूंगफली दाना (खुला) | | kg 148 | 120242 | 0
मखाना | Meva Mandi | 100 g 132, 250 g 320 | 200819 | 12>5
# Tea and coffee | margin 12 | keep 8
Assam Tea Strong | Chai Bagan | 100 g 52, 250 g 124, 500 g 242, 1 kg 470 | 090240 | 5
Elaichi Tea | Chai Bagan | 250 g 148 | 090240 | 5
Green Tea 25 bags | Chai Bagan | 1 box 165 | 090210 | 5
Instant Coffee | Coorg Estate | 25 g 78, 50 g 152, 100 g 295 | 210111 | 18>5
Filter Coffee Powder | Coorg Estate | 200 g 142, 500 g 345 | 090121 | 5
# Dairy | margin 6 | keep 12
Toned Milk Pouch | Gokul Dham | 500 ml 28, 1 L 56 | 040120 | 0
Full Cream Milk Pouch | Gokul Dham | 500 ml 34, 1 L 68 | 040120 | 0
UHT Milk | Gokul Dham | 1 L 74 | 040120 | 5>0
दही | Gokul Dham | 200 g 22, 400 g 38, 1 kg 82 | 040310 | 5
छाछ | Gokul Dham | 500 ml 18 | 040390 | 5
पनीर | Gokul Dham | 200 g 88 | 040610 | 5>0
Table Butter | Gokul Dham | 100 g 58, 500 g 282 | 040510 | 12>5
Cheese Slices | Gokul Dham | 200 g 142 | 040630 | 12>5
Condensed Milk | Gokul Dham | 400 g 142 | 040299 | 12>5
Farm Eggs Tray of 6 | | 1 tray 48 | 040721 | 0
Farm Eggs Tray of 30 | | 1 tray 225 | 040721 | 0
# Biscuits | margin 12 | keep 20
Glucose Biscuits | Chakori | 60 g 5, 130 g 10, 800 g 82 | 190531 | 18>5
Marie Biscuits | Chakori | 75 g 10, 250 g 38 | 190531 | 18>5
Bourbon Cream Biscuits | Chakori | 60 g 10, 150 g 32 | 190531 | 18>5
Butter Cookies | Chakori | 75 g 20, 200 g 48 | 190531 | 18>5
Digestive Biscuits | Chakori | 100 g 25, 250 g 60 | 190531 | 18>5
Salted Crackers | Chakori | 60 g 10, 200 g 36 | 190531 | 18>5
Coconut Biscuits | Chakori | 70 g 10 | 190531 | 18>5
Wafer Chocolate | Chakori | 60 g 30 | 190532 | 18>5
# Namkeen and snacks | margin 15 | keep 15
आलू भुजिया | Chatpata | 40 g 10, 200 g 55, 400 g 105 | 210690 | 12>5
मूंग दाल नमकीन | Chatpata | 40 g 10, 200 g 58 | 210690 | 12>5
Mixture Navratan | Chatpata | 200 g 52, 400 g 99 | 210690 | 12>5
खट्टा मीठा | Chatpata | 200 g 50, 400 g 96 | 210690 | 12>5
Potato Chips Salted | Chatpata | 26 g 10, 52 g 20, 90 g 40 | 200520 | 12>5
Potato Chips Masala | Chatpata | 26 g 10, 52 g 20 | 200520 | 12>5
Corn Puffs Tangy | Chatpata | 30 g 10, 70 g 20 | 190410 | 18>5
पापड़ मूंग | Lijja Griha | 200 g 76 | 190590 | 0
Popcorn Instant | Chatpata | 30 g 10 | 200819 | 12>5
# Noodles, pasta and breakfast | margin 12 | keep 12
Masala Noodles | Jhatpat | 70 g 14, 280 g 54 | 190230 | 18>5
Vermicelli | Annakoot | 200 g 26, 400 g 48 | 190219 | 12>5
Macaroni | Jhatpat | 400 g 62 | 190219 | 12>5
Corn Flakes | Subah | 250 g 98, 475 g 178 | 190410 | 18>5
Rolled Oats | Subah | 400 g 88, 1 kg 195 | 110412 | 5
Muesli Fruit and Nut | Subah | 400 g 268 | 190420 | 18>5
Idli Mix | Jhatpat | 200 g 58 | 190190 | 18>5
Gulab Jamun Mix | Jhatpat | 200 g 98 | 190190 | 18>5
# Sauces, pickles and spreads | margin 14 | keep 8
Tomato Ketchup | Rasoi Raja | 200 g 58, 500 g 122, 950 g 165 | 210320 | 12>5
Soya Sauce | Rasoi Raja | 200 g 55 | 210310 | 12>5
Green Chilli Sauce | Rasoi Raja | 200 g 58 | 210390 | 12>5
White Vinegar | Rasoi Raja | 500 ml 48 | 220900 | 18
आम का अचार | Nani Ka | 400 g 98, 1 kg 215 | 200190 | 12>5
नींबू का अचार | Nani Ka | 400 g 94 | 200190 | 12>5
Mixed Fruit Jam | Rasoi Raja | 200 g 78, 500 g 168 | 200799 | 12>5
Honey | Van Madhu | 250 g 118, 500 g 215 | 040900 | 5
Peanut Butter Creamy | Subah | 340 g 155 | 200811 | 12>5
# Cold drinks and water | margin 10 | keep 24
Cola | Fizzo | 250 ml 20, 750 ml 45, 2 L 99 | 220210 | drinks
Orange Drink Fizzy | Fizzo | 250 ml 20, 750 ml 45 | 220210 | drinks
Lemon Soda | Fizzo | 250 ml 20, 600 ml 40 | 220210 | drinks
Mango Fruit Drink | Aamrit | 160 ml 10, 600 ml 42, 1.2 L 78 | 220299 | 12>5
Guava Juice | Aamrit | 1 L 115 | 200989 | 12>5
Packaged Drinking Water | Nirmal | 500 ml 10, 1 L 20 | 220110 | 18>5
Tender Coconut Water | Aamrit | 200 ml 45 | 200989 | 12>5
Rose Sharbat | Sherbet Mahal | 750 ml 175 | 210690 | 18>5
# Chocolates and sweets | margin 15 | keep 20
Milk Chocolate Bar | Coco Lane | 12 g 10, 26 g 20, 50 g 45, 110 g 100 | 180632 | 18>5
Toffee Jar Piece | Coco Lane | 1 pc 1 | 170490 | 12>5
Mint Candy | Coco Lane | 1 pc 1 | 170490 | 12>5
Lollipop | Coco Lane | 1 pc 5 | 170490 | 12>5
सोन पापड़ी | Mithas | 250 g 95, 500 g 180 | 170490 | 5
रसगुल्ला डिब्बा | Mithas | 1 kg 215 | 210690 | 5
Chewing Gum | Coco Lane | 1 pc 1 | 170410 | 12>5
# Soap and bath | margin 13 | keep 10
Bathing Soap Rose | Chandani | 75 g 32, 125 g 48 | 340111 | 18>5
Bathing Soap Neem | Chandani | 75 g 34, 125 g 52 | 340111 | 18>5
Bathing Soap Sandal | Chandani | 125 g 68 | 340111 | 18>5
Handwash Liquid | Chandani | 200 ml 78, 750 ml 118 | 340130 | 18
Shampoo Anti Dandruff | Reshmi | 6 ml 3, 180 ml 165, 340 ml 295 | 330510 | 18>5
Hair Oil Coconut | Reshmi | 100 ml 58, 200 ml 108, 500 ml 240 | 330590 | 18>5
Talcum Powder | Reshmi | 100 g 88, 300 g 198 | 330491 | 18>5
Face Cream | Reshmi | 50 g 135 | 330499 | 18
Shaving Cream | Reshmi | 60 g 78 | 330710 | 18>5
Razor Disposable | Reshmi | 1 pc 25 | 821210 | 18
# Oral care | margin 13 | keep 10
Toothpaste | Dant Kiran | 20 g 10, 100 g 62, 200 g 115 | 330610 | 18>5
Tooth Powder Red | Dant Kiran | 100 g 48 | 330610 | 12>5
Toothbrush Soft | Dant Kiran | 1 pc 25 | 960321 | 18>5
Mouthwash | Dant Kiran | 250 ml 142 | 330690 | 18
# Washing and cleaning | margin 12 | keep 10
Washing Powder | Ujwal | 500 g 58, 1 kg 112, 4 kg 430 | 340250 | 18
Detergent Bar | Ujwal | 150 g 10, 250 g 22 | 340250 | 18
Liquid Detergent | Ujwal | 1 L 199 | 340250 | 18
Dishwash Bar | Ujwal | 130 g 10, 300 g 28 | 340250 | 18
Dishwash Liquid | Ujwal | 250 ml 55, 750 ml 145 | 340250 | 18
Toilet Cleaner | Ujwal | 500 ml 98, 1 L 185 | 340250 | 18
Floor Cleaner Citrus | Ujwal | 500 ml 99, 1 L 189 | 340250 | 18
फिनाइल | Ujwal | 1 L 88 | 380894 | 18
झाड़ू फूल | | 1 pc 85 | 960310 | 0
Steel Scrubber | Ujwal | 1 pc 15 | 732310 | 12>5
# Puja and household | margin 25 | keep 10
अगरबत्ती मोगरा | Sugandh | 1 box 20, 1 jar 65 | 330741 | 5
धूप बत्ती | Sugandh | 1 box 35 | 330741 | 5
कपूर | Sugandh | 50 g 95 | 291429 | 18
रुई की बत्ती | Sugandh | 1 pkt 20 | 520300 | 5
माचिस | Sugandh | 1 box 2 | 360500 | 12>5
मोमबत्ती | Sugandh | 1 pkt 40 | 340600 | 12>5
Mosquito Coil | Nischint | 1 box 38 | 380891 | 18
Mosquito Liquid Refill | Nischint | 45 ml 82 | 380891 | 18
LED Bulb 9 W | Roshan | 1 pc 99 | 853952 | 18
Battery AA Pack of 2 | Roshan | 1 pkt 40 | 850610 | 18
Aluminium Foil 9 m | Roshan | 1 box 95 | 760711 | 18
Paper Napkins | Roshan | 1 pkt 45 | 481830 | 18
Garbage Bags Medium | Roshan | 1 pkt 85 | 392321 | 18
# Stationery | margin 25 | keep 10
Notebook Single Line 172 pages | Vidya | 1 pc 55 | 482020 | 12>0
Notebook Single Line 92 pages | Vidya | 1 pc 32 | 482020 | 12>0
Pencil HB | Vidya | 1 pc 5, 1 box 48 | 960910 | 12>0
Eraser | Vidya | 1 pc 5 | 401692 | 5>0
Sharpener | Vidya | 1 pc 5 | 821410 | 12>0
Ball Pen Blue | Vidya | 1 pc 10 | 960810 | 18
# Vegetables and fruit | margin 18 | keep 12
आलू (खुला) | | kg 28 | 070190 | 0
प्याज (खुला) | | kg 36 | 070310 | 0
टमाटर (खुला) | | kg 42 | 070200 | 0
हरी मिर्च (खुला) | | kg 80 | 070960 | 0
अदरक (खुला) | | kg 120 | 091011 | 0
लहसुन (खुला) | | kg 180 | 070320 | 0
नींबू | | 1 pc 5 | 080550 | 0
केला दर्जन | | 1 dozen 60 | 080390 | 0
सेब (खुला) | | kg 160 | 080810 | 0
`;
